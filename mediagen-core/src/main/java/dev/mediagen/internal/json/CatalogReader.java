// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.InvalidRequestException;
import java.util.Objects;

/** Turns the entries of a catalogue file into model specs: templates, head facts, provider. */
public final class CatalogReader {
  private CatalogReader() {}

  /** The file as a tree. */
  public static ObjectNode parse(String json) {
    try {
      if (Json.MAPPER.readTree(json) instanceof ObjectNode root
          && root.path("provider").isTextual()) {
        return root;
      }
      throw new IllegalArgumentException("a catalogue is a JSON object with a provider");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "a catalogue that is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** One entry of {@code models}. */
  public static ModelSpec model(ObjectNode root, JsonNode entry) {
    ObjectNode full = expand(root, entry);
    String name = full.path("id").asText();
    full.put("id", root.path("provider").asText() + "/" + name);
    for (String head : new String[] {"source", "checked"}) {
      if (!full.has(head) && root.has(head)) {
        full.set(head, root.get(head));
      }
    }
    return read(full, name);
  }

  /** One entry of {@code unknown}. */
  public static ModelSpec unknown(ObjectNode root, String kind, JsonNode entry) {
    ObjectNode full = expand(root, entry);
    full.put("id", root.path("provider").asText() + "/unknown");
    full.put("kind", kind);
    return read(full, "unknown " + kind);
  }

  private static ModelSpec read(ObjectNode full, String name) {
    try {
      return (ModelSpec) Objects.requireNonNull(ValueCodec.decode(full, ModelSpec.class, ""));
    } catch (InvalidRequestException e) {
      throw new IllegalArgumentException(
          "catalogue entry " + name + ": " + e.field() + " " + e.value() + ": " + e.allowed(), e);
    }
  }

  private static ObjectNode expand(ObjectNode root, JsonNode entry) {
    return expand(root, entry, 0);
  }

  private static ObjectNode expand(ObjectNode root, JsonNode entry, int depth) {
    ObjectNode own = entry.deepCopy();
    JsonNode like = own.remove("like");
    if (like == null) {
      return own;
    }
    JsonNode template = root.path("templates").path(like.asText());
    if (!template.isObject()) {
      throw new IllegalArgumentException("catalogue has no template " + like);
    }
    if (depth > root.path("templates").size()) {
      throw new IllegalArgumentException("catalogue template " + like + " is like itself");
    }
    return merge(expand(root, template, depth + 1), own);
  }

  /** Lays one tree over another: objects field by field, null takes a field away. */
  private static ObjectNode merge(ObjectNode base, ObjectNode over) {
    over.fields()
        .forEachRemaining(
            field -> {
              JsonNode below = base.get(field.getKey());
              if (field.getValue().isNull()) {
                base.remove(field.getKey());
              } else if (below instanceof ObjectNode object
                  && field.getValue() instanceof ObjectNode above) {
                merge(object, above);
              } else {
                base.set(field.getKey(), field.getValue());
              }
            });
    return base;
  }
}
