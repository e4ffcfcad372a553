// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import static dev.mediagen.error.ErrorKind.AUTHENTICATION;
import static dev.mediagen.error.ErrorKind.CONTENT_FILTERED;
import static dev.mediagen.error.ErrorKind.INSUFFICIENT_CREDITS;
import static dev.mediagen.error.ErrorKind.NOT_FOUND;
import static dev.mediagen.error.ErrorKind.PROVIDER_UNAVAILABLE;
import static dev.mediagen.error.ErrorKind.RATE_LIMITED;

import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import java.time.Duration;
import java.util.Optional;

/** What OpenAI's errors mean: {@code {"error": {"message", "type", "param", "code"}}}. */
final class Errors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(CONTENT_FILTERED, "moderation_blocked", "content_policy_violation")
          .code(INSUFFICIENT_CREDITS, "insufficient_quota", "billing_hard_limit_reached")
          .code(AUTHENTICATION, "invalid_api_key")
          .code(NOT_FOUND, "model_not_found")
          .code(RATE_LIMITED, "rate_limit_exceeded")
          .phrase(CONTENT_FILTERED, "safety_violations=")
          .status(PROVIDER_UNAVAILABLE, 504);

  private Errors() {}

  /** What an error reply means. */
  static ErrorDetails of(HttpReply reply) {
    Optional<String> code = code(reply);
    ErrorDetails.Builder details =
        TABLE.details(reply.status(), code, message(reply).orElseGet(reply::excerpt));
    reply.header("x-should-retry").map(Boolean::parseBoolean).ifPresent(details::retryable);
    reply.header("retry-after-ms").flatMap(Errors::millis).ifPresent(details::retryAfter);
    if (code.filter("model_not_found"::equals).isPresent()) {
      details.advice("check the model id; OpenAI answers so for models it has shut down, too");
    }
    return details.build();
  }

  /** Why a video failed, as its record says it. */
  static ErrorDetails ofJob(HttpReply video) {
    Optional<String> code = video.at("/error/code");
    ErrorDetails.Builder details =
        TABLE.details(video.status(), code, message(video).orElse("")).billing(Billing.POSSIBLE);
    if (code.filter(c -> c.contains("moderation") || c.contains("policy")).isPresent()) {
      details.kind(CONTENT_FILTERED);
    }
    return details.build();
  }

  /** Some errors have no code, and their type says it. */
  private static Optional<String> code(HttpReply reply) {
    return reply.at("/error/code").or(() -> reply.at("/error/type"));
  }

  /** Servers that only speak OpenAI's language often put it elsewhere. */
  private static Optional<String> message(HttpReply reply) {
    return reply
        .at("/error/message")
        .or(() -> reply.at("/error"))
        .or(() -> reply.at("/detail"))
        .or(() -> reply.at("/detail/message"));
  }

  private static Optional<Duration> millis(String text) {
    return Fields.numberIn(text)
        .filter(number -> number.signum() >= 0)
        .map(number -> Duration.ofMillis(number.longValue()));
  }
}
