// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Preparation;
import dev.mediagen.spi.UnreadableReplyException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * A picture that Leonardo stores: a place is asked for, then the file is posted there as a form,
 * without the key, and after all the fields that came with the place.
 *
 * @see <a href="https://docs.leonardo.ai">Documentation</a>
 */
final class Upload implements Preparation {
  private static final String FIELD = "field.";
  private static final ObjectMapper JSON = new ObjectMapper();

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
      return HttpCall.post("/v1/init-image").json(fields.put("extension", extension()));
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

  private String extension() {
    return switch (input.mediaType()) {
      case "image/jpeg" -> "jpg";
      case "image/webp" -> "webp";
      default -> "png";
    };
  }

  @Override
  public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
    if (stage.equals("post")) {
      return Step.ready(data.getOrDefault("id", ""));
    }
    Map<String, String> next = new TreeMap<>();
    next.put("id", reply.required("/uploadInitImage/id"));
    next.put("url", reply.required("/uploadInitImage/url"));
    for (Map.Entry<String, JsonNode> field :
        fields(reply.required("/uploadInitImage/fields")).properties()) {
      next.put(FIELD + field.getKey(), field.getValue().asText());
    }
    return Step.next("post", next);
  }

  /** The fields come as a text that is JSON. */
  private static JsonNode fields(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnreadableReplyException("the fields of the upload are no JSON");
    }
  }
}
