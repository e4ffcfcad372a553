// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One accepted unit of work that is being followed. Thread-safe. No thread waits for it.
 *
 * @param <R> the type of the result
 */
public interface MediaJob<R extends MediaResult> {
  /** The job's name; keep it, and the job can be found again from any process. */
  JobHandle handle();

  /** All handles: several when the request was split because the model makes fewer at once. */
  List<JobHandle> handles();

  /** What is known of the job, without asking the vendor. */
  JobStatus status();

  /**
   * The result, or a {@link dev.mediagen.error.MediaException}. Cancelling this future stops the
   * waiting, not the job: use {@link #cancel()} for that.
   */
  CompletableFuture<R> result();

  /**
   * Asks the vendor to stop. What was made so far may be billed; the outcome says what is known.
   */
  CompletableFuture<CancelOutcome> cancel();
}
