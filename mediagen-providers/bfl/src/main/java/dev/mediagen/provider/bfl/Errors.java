// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.bfl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong at BFL: a call, with {@code detail} as text or as a list of fields, or a task,
 * whose status is the code.
 *
 * @see <a href="https://docs.bfl.ai/api_integration/errors">Errors</a>
 */
final class Errors {
  /** The status of a task that this host does not know. */
  static final String UNKNOWN_TASK = "Task not found";

  private static final ErrorTable TABLE =
      ErrorTable.usual()
          .code(ErrorKind.CONTENT_FILTERED, "Request Moderated", "Content Moderated")
          .code(ErrorKind.FAILED, "Error", "Failed")
          .code(ErrorKind.NOT_FOUND, UNKNOWN_TASK)
          // A missing or wrong key is answered with 403, as a lack of rights is.
          .phrase(ErrorKind.AUTHENTICATION, "not authenticated");

  private Errors() {}

  static ErrorDetails of(HttpReply reply) {
    return TABLE.read(
        reply,
        reply.at("/status").filter(UNKNOWN_TASK::equals).or(() -> reply.at("/detail/0/type")),
        complaint(reply));
  }

  private static Optional<String> complaint(HttpReply reply) {
    JsonNode detail = reply.jsonOrMissing().path("detail");
    if (!detail.isArray() || detail.isEmpty()) {
      return reply
          .at("/detail")
          .or(() -> reply.at("/message"))
          .or(() -> reply.at("/error"))
          .or(() -> reply.at("/status"));
    }
    List<String> lines = new ArrayList<>();
    for (JsonNode entry : detail) {
      lines.add(String.join(".", texts(entry.path("loc"))) + ": " + entry.path("msg").asText());
    }
    return Optional.of(String.join("; ", lines));
  }

  /**
   * Why a task failed. The price was told when it was taken, and no page says that it is given
   * back.
   */
  static ErrorDetails ofTask(String status, Fields task) {
    List<String> reasons = texts(task.node().path("details"));
    String message = reasons.isEmpty() ? status : status + ": " + String.join(", ", reasons);
    return TABLE.details(200, Optional.of(status), message).billing(Billing.POSSIBLE).build();
  }

  /** All texts in a node, whose form is not documented. */
  private static List<String> texts(JsonNode node) {
    List<String> found = new ArrayList<>();
    if (node.isValueNode() && !node.isNull()) {
      found.add(node.asText());
    }
    node.forEach(child -> found.addAll(texts(child)));
    return found;
  }
}
