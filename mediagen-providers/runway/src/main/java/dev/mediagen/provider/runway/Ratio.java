// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.spi.Task;
import java.util.Map;
import java.util.Optional;

/**
 * Width and height of most models are one word, {@code 1280:720}. The catalogue lists it as a fact
 * for each size class and shape, {@code 720p 16:9}, and for a class alone where Runway may choose.
 */
final class Ratio {
  private Ratio() {}

  static void place(Task task, ObjectNode body) {
    Map<String, String> facts = task.model().facts();
    Optional<String> shape = task.parameter("aspectRatio");
    Optional<String> size = task.parameter("resolution");
    boolean sized = body.has("ratio") && !body.path("ratio").asText().equals("auto");
    if (sized
        || (shape.isEmpty() && size.isEmpty())
        || facts.keySet().stream().noneMatch(Ratio::isSize)) {
      return;
    }
    String key =
        size.or(() -> Optional.ofNullable(facts.get("resolution"))).orElse("")
            + shape.map(s -> " " + s).orElse("");
    String word = facts.get(key);
    if (word == null) {
      throw InvalidRequestException.of(
          "aspectRatio and resolution",
          key,
          facts.keySet().stream().filter(Ratio::isSize).sorted().toList());
    }
    body.put("ratio", word);
  }

  private static boolean isSize(String fact) {
    return !fact.isEmpty() && Character.isDigit(fact.charAt(0));
  }
}
