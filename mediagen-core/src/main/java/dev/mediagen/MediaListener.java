// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.error.MediaException;

/**
 * Sees what happens to jobs, for progress bars, logs and metrics. Called from the library's own
 * threads: return quickly. A listener that throws harms nothing.
 */
public interface MediaListener {
  /** The request passed all checks and is about to be sent; from here on it may cost money. */
  default void onSubmit(MediaRequest<?> request) {}

  /** The vendor took the job. */
  default void onAccepted(JobHandle job) {}

  /** The vendor told something new of the job. */
  default void onUpdate(JobHandle job, JobStatus status) {}

  /** A call was refused or did not get through and will be made again. */
  default void onRetry(MediaRequest<?> request, MediaException cause) {}

  /** The outputs are known. */
  default void onSuccess(MediaRequest<?> request, MediaResult result) {}

  /** There will be no outputs. */
  default void onFailure(MediaRequest<?> request, MediaException failure) {}
}
