// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Preparation;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file that Runway keeps for a day: a place is asked for, then the file is posted there as a
 * form, without the key, and after all the fields that came with the place.
 *
 * @see <a href="https://docs.dev.runwayml.com/assets/inputs">Inputs</a>
 */
final class Upload implements Preparation {
  private static final String FIELD = "field.";

  private final Input input;

  Upload(Input input) {
    this.input = input;
  }

  @Override
  public String name() {
    return "upload";
  }

  @Override
  public HttpCall call(String stage, Map<String, String> data) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    if (!stage.equals("post")) {
      return RunwayTask.versioned(HttpCall.post("/v1/uploads"))
          .json(fields.put("filename", input.fileName()).put("type", "ephemeral"));
    }
    new TreeMap<>(data)
        .forEach(
            (name, value) -> {
              if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), value);
              }
            });
    fields.set("file", input.node());
    return HttpCall.to("POST", URI.create(data.getOrDefault("url", "")))
        .anonymous()
        .multipart(fields);
  }

  @Override
  public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
    if (stage.equals("post")) {
      return Step.ready(data.getOrDefault("uri", ""));
    }
    Map<String, String> next = new TreeMap<>();
    next.put("url", reply.required("/uploadUrl"));
    next.put("uri", reply.required("/runwayUri"));
    for (Map.Entry<String, JsonNode> field : reply.json().path("fields").properties()) {
      next.put(FIELD + field.getKey(), field.getValue().asText());
    }
    return Step.next("post", next);
  }
}
