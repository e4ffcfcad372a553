// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import dev.mediagen.CancelOutcome;
import dev.mediagen.error.Billing;
import dev.mediagen.error.MediaException;
import java.util.Locale;

/**
 * Outcomes in a word: the kind of the failure, then {@code ?} when it says that money may have been
 * spent, {@code !} when that it has, and {@code @} when it carries the handle of the job.
 */
final class Outcome {
  private Outcome() {}

  static String of(MediaException failure) {
    String kind =
        switch (failure.kind()) {
          case PROVIDER_UNAVAILABLE -> "down";
          case RATE_LIMITED -> "limited";
          case SUBMISSION_UNKNOWN -> "unknown";
          default -> failure.kind().name().toLowerCase(Locale.ROOT);
        };
    String billing =
        failure.billing() == Billing.NONE ? "" : failure.billing() == Billing.POSSIBLE ? "?" : "!";
    return kind + billing + (failure.handle().isPresent() ? "@" : "");
  }

  static String of(CancelOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
