// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import java.time.Duration;

/** What those are told that a gate sends away. Nothing was sent for them, so nothing was spent. */
record Refusals(Account account) {
  MediaException full(int waiting, String obstacle) {
    return refusal(
        ErrorDetails.of(
                ErrorKind.RATE_LIMITED,
                waiting
                    + " submissions to "
                    + account
                    + " wait already, and no more may; what holds them up: "
                    + obstacle)
            .advice("submit more slowly, or raise the provider's limits"));
  }

  MediaException unreachable(int times, long left) {
    return refusal(
        ErrorDetails.of(
                ErrorKind.PROVIDER_UNAVAILABLE,
                account
                    + " was not reachable "
                    + times
                    + " times in a row; next try in "
                    + Elapsed.seconds(left))
            .retryAfter(Duration.ofNanos(left)));
  }

  MediaException tooLate(String obstacle) {
    return refusal(
        ErrorDetails.of(
                ErrorKind.TIMEOUT,
                "the time was over before "
                    + account
                    + " could be asked; what held it up: "
                    + obstacle)
            .advice("allow more time, or raise the provider's limits"));
  }

  MediaException closed() {
    return refusal(
        ErrorDetails.of(ErrorKind.CANCELED, "the client was closed before anything was sent"));
  }

  private MediaException refusal(ErrorDetails.Builder details) {
    return new MediaException(details.provider(account.provider()).retryable(true).build());
  }
}
