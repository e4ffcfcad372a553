// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.internal.http.Transport;
import dev.mediagen.internal.poll.PollPlans;
import dev.mediagen.spi.JobClock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What all stations of a request share: one of each for a client.
 *
 * @param executor where results are delivered
 */
record Tools(
    Transport transport,
    JobClock clock,
    Executor executor,
    Ledger ledger,
    OpenJobs open,
    Callbacks callbacks,
    Heralds heralds,
    Turns turns,
    PollPlans plans) {

  /**
   * Takes jobs out of the store when their result has been delivered. Asked for before anybody else
   * can wait for the result, it happens after what others do on its completion: a program that dies
   * while it still writes the outputs to disk finds the job in the store.
   */
  void settleAfter(CompletableFuture<?> result, List<FollowedJob> jobs) {
    result.whenComplete(
        (value, failure) -> {
          for (FollowedJob job : jobs) {
            String id = job.handle().clientId().orElse("");
            if (job.endedAtVendor()) {
              ledger.forget(id);
            } else {
              ledger.release(id);
            }
          }
        });
  }
}
