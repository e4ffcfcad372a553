// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import java.util.Optional;
import java.util.Set;

/**
 * Luma's errors: {@code {"detail"}} where a call is refused, a code and a reason where a generation
 * of the Agents API failed, a reason alone where one of Dream Machine did.
 *
 * @see <a href="https://docs.agents.lumalabs.ai/guides/error-handling">Error handling</a>
 */
final class Errors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.CONTENT_FILTERED, "content_moderated")
          .code(ErrorKind.FAILED, "generation_failed", "output_not_found")
          .code(ErrorKind.INSUFFICIENT_CREDITS, "budget_exhausted")
          .code(ErrorKind.RATE_LIMITED, "rate_limited")
          .code(
              ErrorKind.INVALID_REQUEST,
              "image_too_large",
              "unsupported_format",
              "corrupt_input",
              "invalid_request")
          // Dream Machine has no codes.
          .phrase(ErrorKind.INSUFFICIENT_CREDITS, "insufficient credit", "not enough credit");

  /** Only a text tells that Dream Machine's moderation stopped a generation. */
  private static final ErrorTable REASONS = TABLE.phrase(ErrorKind.CONTENT_FILTERED, "moderat");

  /** Another try may well succeed, and a generation that failed is not billed. */
  private static final Set<String> WORTH_ANOTHER_TRY =
      Set.of("generation_failed", "output_not_found");

  private Errors() {}

  /** The detail may be a list of flaws, which is then shown as it is. */
  static ErrorDetails of(HttpReply reply) {
    return REASONS.read(reply, Optional.empty(), reply.at("/detail"));
  }

  static ErrorDetails ofGeneration(Fields generation) {
    Optional<String> code = generation.text("failure_code");
    String reason = generation.text("failure_reason").or(() -> code).orElse("");
    ErrorDetails.Builder details = (code.isPresent() ? TABLE : REASONS).details(200, code, reason);
    return code.filter(WORTH_ANOTHER_TRY::contains).isPresent()
        ? details.retryable(true).build()
        : details.build();
  }
}
