// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpReply;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every JSON reply is wrapped in: {@code {result, success, errors: [{code, message}]}}.
 *
 * @see <a href="https://developers.cloudflare.com/workers-ai/platform/errors/">Errors</a>
 */
final class Envelope {
  private static final ErrorTable ERRORS =
      ErrorTable.usual()
          .code(ErrorKind.INVALID_REQUEST, "3003", "3006", "3039", "5004", "5005", "5019", "7003")
          .code(ErrorKind.NOT_FOUND, "3042", "5007", "7000")
          .code(ErrorKind.PERMISSION, "3023", "3041", "5016", "5018", "9109")
          .code(ErrorKind.AUTHENTICATION, "6003", "10000")
          .code(ErrorKind.TIMEOUT, "3007", "3008")
          // Two meanings of 429: the day's free allocation is used up, or no machine is free.
          .code(ErrorKind.INSUFFICIENT_CREDITS, "3036")
          .code(ErrorKind.PROVIDER_UNAVAILABLE, "3040")
          .code(ErrorKind.RATE_LIMITED, "971")
          .code(ErrorKind.CONTENT_FILTERED, "3030")
          .phrase(ErrorKind.CONTENT_FILTERED, "nsfw");

  /** A code that stands in the message only: {@code InferenceUpstreamError: 3040: Capacity...}. */
  private static final Pattern CODE_IN_MESSAGE = Pattern.compile("\\b(\\d{3,5})\\s*:");

  private Envelope() {}

  /** Whether the reply says no, whatever its status. */
  static boolean refuses(HttpReply reply) {
    return !reply.jsonOrMissing().path("success").asBoolean(true);
  }

  /** What the envelope holds; replies without one are the result themselves. */
  static JsonNode result(HttpReply reply) {
    JsonNode result = reply.json().path("result");
    return result.isMissingNode() ? reply.json() : result;
  }

  static ErrorDetails failure(HttpReply reply) {
    String message = reply.at("/errors/0/message").orElseGet(reply::excerpt);
    Optional<String> code = reply.at("/errors/0/code").or(() -> codeIn(message));
    ErrorDetails details = ERRORS.details(reply.status(), code, message).build();
    // A run that took too long did run: nobody says that it is not billed.
    return details.kind() == ErrorKind.TIMEOUT
        ? details.toBuilder().billing(Billing.POSSIBLE).build()
        : details;
  }

  private static Optional<String> codeIn(String message) {
    Matcher code = CODE_IN_MESSAGE.matcher(message);
    return code.find() ? Optional.of(code.group(1)) : Optional.empty();
  }
}
