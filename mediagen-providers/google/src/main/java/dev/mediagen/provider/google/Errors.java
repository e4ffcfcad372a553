// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import java.time.Duration;
import java.util.Optional;

/**
 * Google's errors: {@code {"error": {"code", "message", "status", "details"}}}, sometimes in a list
 * of one. The status is a word of gRPC, the code a number, or a word where there is no status.
 */
final class Errors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.AUTHENTICATION, "API_KEY_INVALID", "UNAUTHENTICATED", "16")
          .code(ErrorKind.CONTENT_FILTERED, "SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST")
          .code(ErrorKind.PERMISSION, "FAILED_PRECONDITION", "PERMISSION_DENIED", "7", "9")
          .code(ErrorKind.CANCELED, "CANCELLED", "1")
          .code(ErrorKind.NOT_FOUND, "NOT_FOUND", "5")
          .code(ErrorKind.TIMEOUT, "DEADLINE_EXCEEDED", "4")
          .code(ErrorKind.PROVIDER_UNAVAILABLE, "UNAVAILABLE", "INTERNAL", "UNKNOWN", "ABORTED")
          .code(ErrorKind.PROVIDER_UNAVAILABLE, "2", "13", "14", "15", "DATA_LOSS")
          .phrase(ErrorKind.AUTHENTICATION, "api key not valid")
          .phrase(ErrorKind.NOT_FOUND, "invalid interaction name", "is no longer available")
          .phrase(ErrorKind.INSUFFICIENT_CREDITS, "prepaid credits", "spend cap", "spending cap")
          .phrase(ErrorKind.PERMISSION, "limit: 0")
          .phrase(ErrorKind.CONTENT_FILTERED, "usage guidelines", "responsible ai", "blocked")
          .status(ErrorKind.INVALID_REQUEST, 501);

  private Errors() {}

  static ErrorDetails of(HttpReply reply) {
    JsonNode json = reply.jsonOrMissing();
    JsonNode error = (json.isArray() ? json.path(0) : json).path("error");
    ErrorDetails.Builder details = details(reply.status(), error, reply.excerpt());
    delay(error).ifPresent(details::retryAfter);
    return details.build();
  }

  /** Why a job failed, as its record says it. */
  static ErrorDetails ofJob(JsonNode error) {
    return details(200, error, "").build();
  }

  /** A refusal that looks like success, by the word that Google gives for it. */
  static ErrorDetails refusal(String word, String message) {
    return TABLE.details(200, Optional.of(word), message).kind(ErrorKind.CONTENT_FILTERED).build();
  }

  /** An answer without what was asked for, whose tokens are on the bill all the same. */
  static ErrorDetails nothing(String word, String message) {
    return TABLE
        .details(200, Optional.of(word), message)
        .retryable(true)
        .billing(Billing.POSSIBLE)
        .build();
  }

  private static ErrorDetails.Builder details(int status, JsonNode error, String otherwise) {
    Fields fields = new Fields(error);
    Optional<String> code =
        reason(error)
            .filter("API_KEY_INVALID"::equals)
            .or(() -> fields.text("status"))
            .or(() -> fields.text("code"));
    return TABLE.details(status, code, fields.text("message").orElse(otherwise));
  }

  private static Optional<String> reason(JsonNode error) {
    for (JsonNode detail : error.path("details")) {
      if (detail.hasNonNull("reason")) {
        return Optional.of(detail.path("reason").asText());
      }
    }
    return Optional.empty();
  }

  /** {@code RetryInfo} says {@code 34s}; the header is not reliable. */
  private static Optional<Duration> delay(JsonNode error) {
    for (JsonNode detail : error.path("details")) {
      if (detail.hasNonNull("retryDelay")) {
        return Times.seconds(detail.path("retryDelay").asText());
      }
    }
    return Optional.empty();
  }
}
