// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.Reference;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Task;

/** Pictures; references have a tag to be called by, or say what they show. */
final class Picture extends RunwayTask {
  Picture() {
    super("text_to_image", "image");
  }

  @Override
  ObjectNode body(Task task) {
    ObjectNode body = task.parameters();
    Ratio.place(task, body);
    JsonNode tags = body.remove("tags");
    boolean subjects = task.model().facts().containsKey("subjects");
    ArrayNode references = body.arrayNode();
    for (Input input : task.inputs("references")) {
      ObjectNode entry = references.addObject();
      entry.set("uri", input.node());
      if (tags != null && tags.has(references.size() - 1)) {
        entry.set("tag", tags.get(references.size() - 1));
      }
      if (subjects && input.purpose() != Reference.Role.STYLE) {
        boolean human = input.purpose() == Reference.Role.CHARACTER;
        entry.put("subject", human ? "human" : "object");
      }
    }
    if (!references.isEmpty()) {
      body.set("referenceImages", references);
    }
    return body;
  }
}
