// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import dev.mediagen.JobHandle;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.spi.JobClock;
import dev.mediagen.spi.Output;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What all downloads of a client share.
 *
 * @param executor where downloads run that nobody waits for
 * @param maxBytes how many bytes an output may have
 */
public record Downloads(Transport transport, JobClock clock, Executor executor, long maxBytes) {
  /**
   * The download of one output.
   *
   * @param again how the output is found again when its URL no longer works
   */
  public Download of(
      Provider provider, Output output, Optional<JobHandle> job, Optional<Again> again) {
    return new Download(this, new Wanted(provider, output, job), again);
  }
}
