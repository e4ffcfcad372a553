// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mediagen.local.sketch.model.ModelCard;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a job was asked to do.
 *
 * @param input as it is shown: long texts, such as files, are cut
 * @param digest equal for equal models and inputs
 * @param logs what was ignored
 */
record JobOrder(
    String id, String model, ObjectNode input, String digest, Instant createdAt, String logs) {
  private static final int SHOWN = 4_000;

  static JobOrder of(String id, ModelCard card, ObjectNode input, Instant now) {
    return new JobOrder(
        id, card.id(), shown(input), digest(card, input), now, ignored(card, input));
  }

  static String digest(ModelCard card, ObjectNode input) {
    ObjectNode all = Json.object().put("model", card.id()).set("input", input);
    return StoredFile.hash(Json.writeSorted(all));
  }

  private static ObjectNode shown(ObjectNode input) {
    ObjectNode shown = input.deepCopy();
    for (Map.Entry<String, ?> member : input.properties()) {
      if (member.getValue() instanceof TextNode text && text.textValue().length() > SHOWN) {
        String start = text.textValue().substring(0, 64);
        shown.put(member.getKey(), start + "… (" + text.textValue().length() + " characters)");
      }
    }
    return shown;
  }

  private static String ignored(ModelCard card, ObjectNode input) {
    List<String> unknown =
        input.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> card.fields().stream().noneMatch(field -> field.answersTo(name)))
            .map(name -> "ignored: " + card.id() + " has no input '" + name + "'\n")
            .toList();
    return String.join("", unknown);
  }
}
