// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.fal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpReply;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * fal's errors. The type of the error decides; it stands in {@code error_type}, in the first entry
 * of {@code detail}, or in a header.
 *
 * @see <a href="https://fal.ai/docs/model-apis/errors">Errors</a>
 */
final class FalErrors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.CONTENT_FILTERED, "content_policy_violation")
          .code(ErrorKind.FAILED, "no_media_generated")
          .code(ErrorKind.RATE_LIMITED, "concurrent_requests_limit", "rate_limited")
          .code(ErrorKind.TIMEOUT, "request_timeout", "startup_timeout", "generation_timeout")
          .code(
              ErrorKind.PROVIDER_UNAVAILABLE,
              "internal_error",
              "internal_server_error",
              "downstream_service_error",
              "downstream_service_unavailable",
              "runner_disconnected",
              "server_error")
          .code(ErrorKind.CANCELED, "client_cancelled", "client_disconnected")
          .phrase(ErrorKind.INSUFFICIENT_CREDITS, "exhausted balance")
          .status(ErrorKind.NOT_FOUND, 410);

  private FalErrors() {}

  static ErrorDetails read(HttpReply reply) {
    ErrorDetails details = TABLE.read(reply, code(reply), message(reply));
    // A runner that could not start says itself whether another one may do better.
    boolean again =
        reply
            .header("X-Fal-Retryable")
            .or(() -> reply.header("X-Fal-Needs-Retry"))
            .filter(value -> value.equals("true") || value.equals("1"))
            .isPresent();
    return again ? details.toBuilder().retryable(true).build() : details;
  }

  /** What a status of COMPLETED means that carries an error. */
  static ErrorDetails ofJob(String message, Optional<String> type) {
    return TABLE.details(200, type, message).build();
  }

  /** Whether an error status is the word of the model, not of the queue. */
  static boolean ofModel(HttpReply reply) {
    return code(reply).isPresent() || reply.jsonOrMissing().has("detail");
  }

  private static Optional<String> code(HttpReply reply) {
    return reply
        .at("/error_type")
        .or(() -> reply.at("/detail/0/type"))
        .or(() -> reply.at("/error/type"))
        .or(() -> reply.header("X-Fal-Error-Type"));
  }

  private static Optional<String> message(HttpReply reply) {
    JsonNode detail = reply.jsonOrMissing().path("detail");
    return detail.isArray()
        ? Optional.of(
            StreamSupport.stream(detail.spliterator(), false)
                .map(FalErrors::sentence)
                .collect(Collectors.joining("; ")))
        : reply.at("/detail").or(() -> reply.at("/error/message")).or(() -> reply.at("/error"));
  }

  /** One entry: which field, and what is wrong with it. */
  private static String sentence(JsonNode entry) {
    String field =
        StreamSupport.stream(entry.path("loc").spliterator(), false)
            .map(JsonNode::asText)
            .filter(part -> !part.equals("body"))
            .collect(Collectors.joining("."));
    String message = entry.path("msg").asText();
    return field.isEmpty() ? message : field + ": " + message;
  }
}
