// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Task;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code POST /images/edits}: multipart when the pictures are bytes, JSON as soon as one of them is
 * a URL or a file that OpenAI stores. The mask lies on the first picture, so the source comes
 * first.
 */
final class Edit extends Generation {
  @Override
  public HttpCall submit(Task task) {
    HttpCall call = HttpCall.post("/images/edits").binary(PICTURE);
    ObjectNode body = task.parameters().put("model", task.modelName());
    List<Input> pictures =
        Stream.concat(task.inputs("source").stream(), task.inputs("references").stream()).toList();
    if (pictures.stream().anyMatch(Input::isText)) {
      ArrayNode list = body.putArray("images");
      pictures.forEach(picture -> list.add(reference(picture)));
      task.inputs("mask").forEach(mask -> body.set("mask", reference(mask)));
      return call.json(body);
    }
    ArrayNode parts = body.putArray(pictures.size() == 1 ? "image" : "image[]");
    pictures.forEach(picture -> parts.add(picture.node()));
    task.inputs("mask").forEach(mask -> body.set("mask", mask.node()));
    return call.multipart(body);
  }

  private static ObjectNode reference(Input input) {
    ObjectNode reference = JsonNodeFactory.instance.objectNode();
    if (input.delivery() == Delivery.STORED) {
      return reference.put("file_id", input.text());
    }
    return reference.set("image_url", input.isText() ? input.node() : inline(input).node());
  }

  /** Bytes that were meant as a part go as a data URI when another picture is a URL. */
  private static Input inline(Input input) {
    return Input.bytes(
        input.role(), Delivery.DATA_URI, input.blob(), input.mediaType(), input.fileName());
  }
}
