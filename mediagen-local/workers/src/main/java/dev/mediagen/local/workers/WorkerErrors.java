// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.workers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpReply;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The errors of the worker protocol: a code beside the text, or a list of wrong fields. */
final class WorkerErrors {
  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.NOT_FOUND, "model_not_found")
          .code(ErrorKind.INVALID_REQUEST, "id_reuse", "invalid_input", "unsupported_input")
          .code(ErrorKind.RATE_LIMITED, "queue_full")
          .code(ErrorKind.PROVIDER_UNAVAILABLE, "not_ready", "out_of_memory")
          .code(ErrorKind.CONTENT_FILTERED, "content_filtered")
          .code(ErrorKind.TIMEOUT, "timeout")
          .code(ErrorKind.FAILED, "internal");

  private WorkerErrors() {}

  static ErrorDetails read(HttpReply reply) {
    return TABLE.read(reply, reply.at("/error_code"), message(reply));
  }

  /** A run that failed is a 200 with an error in it. */
  static ErrorDetails ofRun(HttpReply reply) {
    return TABLE.details(200, reply.at("/error_code"), reply.at("/error").orElse("")).build();
  }

  private static Optional<String> message(HttpReply reply) {
    JsonNode detail = reply.jsonOrMissing().path("detail");
    return detail.isArray()
        ? Optional.of(
            StreamSupport.stream(detail.spliterator(), false)
                .map(WorkerErrors::sentence)
                .collect(Collectors.joining("; ")))
        : reply.at("/error").or(() -> reply.at("/detail"));
  }

  private static String sentence(JsonNode problem) {
    JsonNode place = problem.path("loc");
    String field = place.path(place.size() - 1).asText();
    String message = problem.path("msg").asText();
    return field.isEmpty() || message.contains(field) ? message : field + ": " + message;
  }
}
