// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.Reference;
import dev.mediagen.catalog.InputSpec;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Task;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The calls of both generations: JSON, or form data as soon as there is a file. */
final class Call {
  private Call() {}

  static HttpCall of(String path, Task task, ObjectNode body) {
    HttpCall call = HttpCall.post(path);
    return task.inputs().isEmpty() ? call.json(body) : call.multipart(body);
  }

  /** The fields, with what the catalogue cannot place. */
  static ObjectNode fields(Task task) {
    ObjectNode body = task.fields();
    task.parameter("strength")
        .ifPresent(strength -> body.put("image_weight", weight(new BigDecimal(strength))));
    InputSpec references = task.model().inputs().get("references");
    if (references != null && references.field().isEmpty()) {
      for (Input input : task.inputs("references")) {
        String purpose =
            input.purpose() == Reference.Role.CHARACTER
                ? "character_reference_images"
                : "style_reference_images";
        body.withArrayProperty(purpose).add(input.node());
      }
    }
    return body;
  }

  /** How much the source weighs, 100 to 1, where strength says how far to go from it, 0 to 1. */
  private static int weight(BigDecimal strength) {
    return BigDecimal.ONE
        .subtract(strength)
        .movePointRight(2)
        .setScale(0, RoundingMode.HALF_UP)
        .max(BigDecimal.ONE)
        .intValue();
  }
}
