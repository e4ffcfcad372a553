// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mediagen.spi.FormUpload;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Preparation;
import dev.mediagen.spi.UnreadableReplyException;

/**
 * A picture that Leonardo stores, at a place that is asked for first.
 *
 * @see <a href="https://docs.leonardo.ai">Documentation</a>
 */
final class Upload {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Upload() {}

  static Preparation of(Input input) {
    HttpCall place =
        HttpCall.post("/v1/init-image")
            .json(JsonNodeFactory.instance.objectNode().put("extension", extension(input)));
    return FormUpload.presigned(input, place, Upload::place);
  }

  private static String extension(Input input) {
    return switch (input.mediaType()) {
      case "image/jpeg" -> "jpg";
      case "image/webp" -> "webp";
      default -> "png";
    };
  }

  private static FormUpload.Place place(HttpReply reply) {
    return new FormUpload.Place(
        reply.required("/uploadInitImage/url"),
        fields(reply.required("/uploadInitImage/fields")),
        reply.required("/uploadInitImage/id"));
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
