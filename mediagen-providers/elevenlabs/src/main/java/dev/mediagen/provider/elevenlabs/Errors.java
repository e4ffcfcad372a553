// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Errors: {@code {"detail": ...}}, an object with a code, a list of fields that do not fit, or a
 * text. The older name of the code is {@code status}.
 */
final class Errors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          // The older quota error came with status 401.
          .code(
              ErrorKind.INSUFFICIENT_CREDITS,
              "quota_exceeded",
              "insufficient_credits",
              "paid_plan_required")
          .code(ErrorKind.AUTHENTICATION, "invalid_api_key", "missing_api_key")
          .code(
              ErrorKind.PERMISSION,
              "insufficient_permissions",
              "feature_not_available",
              "voice_access_denied",
              "model_access_denied",
              "only_for_creator+")
          // The older one came with status 400.
          .code(ErrorKind.NOT_FOUND, "voice_not_found", "model_not_found")
          .code(ErrorKind.CONTENT_FILTERED, "bad_prompt", "bad_composition_plan")
          .code(
              ErrorKind.RATE_LIMITED,
              "rate_limit_exceeded",
              "concurrent_limit_exceeded",
              "too_many_concurrent_requests",
              "already_running",
              "concurrent_modification")
          .code(
              ErrorKind.PROVIDER_UNAVAILABLE,
              "system_busy",
              "internal_error",
              "service_unavailable",
              "maintenance")
          .status(ErrorKind.INVALID_REQUEST, 409);

  private Errors() {}

  static ErrorDetails of(HttpReply reply) {
    JsonNode detail = reply.jsonOrMissing().path("detail");
    Fields fields = new Fields(detail);
    Optional<String> code = fields.text("code").or(() -> fields.text("status"));
    return TABLE.read(reply, code, message(detail));
  }

  private static Optional<String> message(JsonNode detail) {
    if (detail.isArray()) {
      return Optional.of(
              StreamSupport.stream(detail.spliterator(), false)
                  .map(Errors::misfit)
                  .collect(Collectors.joining("; ")))
          .filter(all -> !all.isBlank());
    }
    return detail.isTextual()
        ? Optional.of(detail.asText()).filter(text -> !text.isBlank())
        : new Fields(detail).text("message");
  }

  /** {@code {"loc": ["body", "text"], "msg", "type"}}. */
  private static String misfit(JsonNode field) {
    String where =
        StreamSupport.stream(field.path("loc").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("."));
    String what = new Fields(field).text("msg").orElse("does not fit");
    return where.isEmpty() ? what : where + ": " + what;
  }
}
