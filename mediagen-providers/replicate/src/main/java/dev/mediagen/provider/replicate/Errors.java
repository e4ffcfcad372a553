// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpReply;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Errors of calls, {@code {"title", "detail", "status"}}, and of models, which are free text. */
final class Errors {
  private static final ErrorTable CALLS = ErrorTable.usual();

  /** The names of parameters have «safety» in them, too. */
  private static final ErrorTable MODELS =
      ErrorTable.usual()
          .code(ErrorKind.CONTENT_FILTERED, "E005")
          .code(ErrorKind.PROVIDER_UNAVAILABLE, "E1000")
          .code(ErrorKind.INVALID_REQUEST, "E1001", "E4875")
          .phrase(
              ErrorKind.INVALID_REQUEST,
              "safety_tolerance",
              "safety_filter_level",
              "disable_safety_checker")
          .phrase(
              ErrorKind.CONTENT_FILTERED,
              "flagged as sensitive",
              "nsfw content detected",
              "safety",
              "content policy");

  private static final Pattern CODE = Pattern.compile("\\b(E\\d{3,4})\\b");
  private static final Pattern RESETS = Pattern.compile("resets in ~?(\\d{1,6})s");

  private Errors() {}

  static ErrorDetails of(HttpReply reply) {
    String message =
        reply
            .at("/detail")
            .or(() -> reply.at("/error"))
            .or(() -> reply.at("/title"))
            .orElseGet(reply::excerpt);
    ErrorDetails.Builder details = CALLS.details(reply.status(), Optional.empty(), message);
    Matcher resets = RESETS.matcher(message);
    if (reply.header("Retry-After").isEmpty() && resets.find()) {
      details.retryAfter(Duration.ofSeconds(Long.parseLong(resets.group(1))));
    }
    return details.build();
  }

  /** Why a prediction failed. */
  static ErrorDetails ofPrediction(String error) {
    Matcher code = CODE.matcher(error);
    return MODELS
        .details(200, code.find() ? Optional.of(code.group(1)) : Optional.empty(), error)
        .build();
  }
}
