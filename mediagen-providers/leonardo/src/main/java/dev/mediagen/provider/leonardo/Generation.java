// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Task;
import java.util.Map;

/** The newer endpoint: any model, whatever it makes, with its parameters in one object. */
final class Generation extends LeonardoJob {
  private static final Map<String, String> GUIDANCES =
      Map.of("firstFrame", "start_frame", "lastFrame", "end_frame");

  @Override
  public HttpCall submit(Task task) {
    ObjectNode parameters = task.parameters();
    if (task.model().parameters().containsKey("count")) {
      parameters.put("quantity", Integer.parseInt(task.parameter("count").orElse("1")));
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", task.modelName());
    if (parameters.has("public")) {
      body.set("public", parameters.remove("public"));
    }
    keepPrivate(body, "public");
    guide(task, parameters);
    body.set("parameters", parameters);
    return HttpCall.post("/v2/generations").json(body);
  }

  private static void guide(Task task, ObjectNode parameters) {
    JsonNode strength = parameters.remove("reference_strength");
    for (Input input : task.inputs()) {
      String name = GUIDANCES.getOrDefault(input.role(), "image_reference");
      ObjectNode entry =
          parameters.withObjectProperty("guidances").withArrayProperty(name).addObject();
      entry.set("image", image(input));
      if (strength != null && input.role().equals("references")) {
        entry.set("strength", strength);
      }
    }
  }
}
