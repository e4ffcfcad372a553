// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runway's errors: a text where a call is refused, a code where a task failed.
 *
 * @see <a href="https://docs.dev.runwayml.com/errors/task-failures">Task failures</a>
 */
final class Errors {
  /** The families of codes, the narrower before the wider. */
  private static final List<String> FAMILIES =
      List.of(
          "SAFETY",
          "INPUT_PREPROCESSING.SAFETY",
          "INPUT_PREPROCESSING.INTERNAL",
          "INTERNAL.BAD_OUTPUT",
          "INTERNAL",
          "THIRD_PARTY",
          "ASSET.INVALID");

  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.CONTENT_FILTERED, "SAFETY", "INPUT_PREPROCESSING.SAFETY")
          .code(ErrorKind.FAILED, "INTERNAL.BAD_OUTPUT")
          .code(ErrorKind.INVALID_REQUEST, "ASSET.INVALID")
          .code(
              ErrorKind.PROVIDER_UNAVAILABLE,
              "INPUT_PREPROCESSING.INTERNAL",
              "INTERNAL",
              "THIRD_PARTY")
          .status(ErrorKind.PROVIDER_UNAVAILABLE, 504);

  /** Only a 400 speaks of credits because there are none. */
  private static final ErrorTable REFUSED = TABLE.phrase(ErrorKind.INSUFFICIENT_CREDITS, "credits");

  private Errors() {}

  static ErrorDetails of(HttpReply reply) {
    ErrorTable table = reply.status() == 400 ? REFUSED : TABLE;
    ErrorDetails.Builder details =
        table.read(reply, Optional.empty(), reply.at("/error")).toBuilder();
    reply
        .header("retry-after-ms")
        .flatMap(Fields::numberIn)
        .filter(millis -> millis.signum() >= 0 && millis.precision() - millis.scale() < 10)
        .ifPresent(millis -> details.retryAfter(Duration.ofMillis(millis.longValue())));
    // The other answer, yes, must not make a call that may have cost be sent again.
    if (reply.header("x-should-retry").filter("false"::equals).isPresent()) {
      details.retryable(false);
    }
    return details.build();
  }

  /** Why a task failed; one without a code failed inside Runway. */
  static ErrorDetails ofTask(Fields task) {
    Optional<String> code = task.text("failureCode");
    String known = code.orElse("INTERNAL");
    String family =
        FAMILIES.stream()
            .filter(f -> known.equals(f) || known.startsWith(f + "."))
            .findFirst()
            .orElse(known);
    ErrorDetails.Builder details =
        TABLE
            .details(200, Optional.of(family), task.text("failure").orElse(""))
            .vendorCode(code)
            .billing(billing(task));
    // Another try may well make a good one.
    return family.equals("INTERNAL.BAD_OUTPUT") ? details.retryable(true).build() : details.build();
  }

  private static Billing billing(Fields task) {
    return new Fields(task.node().path("cost"))
        .number("credits")
        .map(BigDecimal::signum)
        .map(sign -> sign > 0 ? Billing.CERTAIN : Billing.NONE)
        .orElse(Billing.POSSIBLE);
  }
}
