// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.Task;

/** An operation whose fields are all in the catalogue. */
final class Plain extends RunwayTask {
  Plain(String path, String role) {
    super(path, role);
  }

  /** The type of a voice is no voice yet. */
  @Override
  ObjectNode body(Task task) {
    ObjectNode body = task.fields();
    if (body.path("voice").size() == 1 && body.path("voice").has("type")) {
      body.remove("voice");
    }
    return body;
  }
}
