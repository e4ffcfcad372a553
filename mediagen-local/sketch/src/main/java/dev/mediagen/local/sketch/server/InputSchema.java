// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.local.sketch.model.Field;
import dev.mediagen.local.sketch.model.ModelCard;
import java.util.List;

/** JSON schemas of what models read and give. */
final class InputSchema {
  private InputSchema() {}

  static ObjectNode of(ModelCard card) {
    ObjectNode schema = Json.object().put("type", "object").put("title", card.id());
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    int order = 0;
    for (Field field : card.fields()) {
      ObjectNode property = properties.putObject(field.name());
      describe(field, property);
      property.put("description", field.description()).put("x-order", order++);
      if (field.alias() != null) {
        property.put("x-alias", field.alias());
      }
      if (field.required()) {
        required.add(field.name());
      }
    }
    return schema;
  }

  private static void describe(Field field, ObjectNode property) {
    property.put("type", field.kind().jsonType());
    switch (field.kind()) {
      case TEXT -> property.put("maxLength", (int) field.max());
      case CHOICE -> field.choices().forEach(property.putArray("enum")::add);
      case MEDIA -> property.put("format", "uri");
      case WHOLE -> {
        property.put("minimum", (long) field.min()).put("maximum", (long) field.max());
        if (field.multipleOf() > 1) {
          property.put("multipleOf", field.multipleOf());
        }
      }
      case NUMBER -> property.put("minimum", field.min()).put("maximum", field.max());
      case FLAG -> {}
      case ROWS -> {
        ObjectNode row = property.put("maxItems", (int) field.max()).putObject("items");
        row.put("type", "array").put("minItems", (int) field.min());
        row.put("maxItems", (int) field.min()).putObject("items").put("type", "number");
      }
    }
    if (field.fallback() != null) {
      property.putPOJO("default", field.fallback());
    }
  }

  static ObjectNode defaults(ModelCard card) {
    ObjectNode defaults = Json.object();
    card.fields().stream()
        .filter(field -> field.fallback() != null)
        .forEach(field -> defaults.putPOJO(field.name(), field.fallback()));
    return defaults;
  }

  static ObjectNode output(ModelCard card) {
    ObjectNode schema = Json.object().put("type", "array");
    ObjectNode item = schema.putObject("items").put("type", "object");
    ObjectNode properties = item.putObject("properties");
    properties.putObject("url").put("type", "string").put("format", "uri");
    card.produces()
        .forEach(properties.putObject("content_type").put("type", "string").putArray("enum")::add);
    for (String name : List.of("size_bytes", "width", "height", "seed")) {
      properties.putObject(name).put("type", "integer");
    }
    properties.putObject("duration").put("type", "number");
    properties.putObject("sha256").put("type", "string");
    properties.putObject("role").put("type", "string");
    return schema;
  }
}
