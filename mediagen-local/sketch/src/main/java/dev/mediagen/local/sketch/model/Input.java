// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The input of one request, read field by field and checked on the way. */
public final class Input {
  private final JsonNode json;
  private final Media.Source files;

  public Input(JsonNode json, Media.Source files) {
    this.json = json;
    this.files = files;
  }

  /** Whether the field was given at all. */
  public boolean has(Field field) {
    return node(field) != null;
  }

  /** A text; empty if left out and not required. */
  public String text(Field field) {
    Optional<JsonNode> node = find(field);
    if (node.isEmpty()) {
      return field.fallback() == null ? "" : field.fallback().toString();
    }
    String value = string(field, node.get()).strip();
    if (value.isEmpty() && field.required()) {
      throw bad(field, "value_error", "was empty", "some text");
    }
    if (value.length() > field.max()) {
      throw bad(
          field,
          "string_too_long",
          "has " + value.length() + " characters",
          "at most " + plain(field.max()));
    }
    return value;
  }

  /** One of the field's choices. */
  public String choice(Field field) {
    Optional<JsonNode> node = find(field);
    if (node.isEmpty()) {
      return field.choices().get(0);
    }
    String value = string(field, node.get()).toLowerCase(Locale.ROOT);
    if (!field.choices().contains(value)) {
      throw bad(
          field, "enum", "was '" + value + "'", "one of " + String.join(", ", field.choices()));
    }
    return value;
  }

  /** A whole number; the fallback, or the minimum, if left out. */
  public int whole(Field field) {
    return (int) wide(field);
  }

  /** A number; the fallback, or the minimum, if left out. */
  public double number(Field field) {
    Optional<JsonNode> node = find(field);
    if (node.isEmpty()) {
      return field.fallback() instanceof Number n ? n.doubleValue() : field.min();
    }
    if (!node.get().isNumber()) {
      throw bad(field, "type_error", "was " + brief(node.get()), "a " + field.kind().jsonType());
    }
    return within(field, node.get().doubleValue());
  }

  /** Yes or no. */
  public boolean flag(Field field) {
    Optional<JsonNode> node = find(field);
    if (node.isPresent() && !node.get().isBoolean()) {
      throw bad(field, "type_error", "was " + brief(node.get()), "true or false");
    }
    return node.map(JsonNode::booleanValue).orElse(Boolean.TRUE.equals(field.fallback()));
  }

  /** The seed of the request, or a drawn one. */
  public long seed() {
    return has(CommonFields.SEED)
        ? wide(CommonFields.SEED)
        : ThreadLocalRandom.current().nextLong(1L << 32);
  }

  /** A file, if given. */
  public Optional<Media> media(Field field) {
    return find(field)
        .map(
            node -> {
              try {
                return files.open(string(field, node));
              } catch (IllegalArgumentException e) {
                throw new InvalidInput(
                    field.name(), "value_error", field.name() + ": " + e.getMessage());
              }
            });
  }

  /** Rows of numbers, such as points and boxes. */
  public List<double[]> rows(Field field) {
    int columns = (int) field.min();
    List<double[]> rows = new ArrayList<>();
    for (JsonNode row : find(field).stream().flatMap(n -> list(field, n).stream()).toList()) {
      if (!row.isArray() || row.size() != columns) {
        throw bad(
            field, "type_error", "has the row " + brief(row), "rows of " + columns + " numbers");
      }
      double[] values = new double[columns];
      for (int i = 0; i < columns; i++) {
        if (!row.get(i).isNumber()) {
          throw bad(
              field, "type_error", "has the row " + brief(row), "rows of " + columns + " numbers");
        }
        values[i] = row.get(i).doubleValue();
      }
      rows.add(values);
    }
    return rows;
  }

  private long wide(Field field) {
    Optional<JsonNode> node = find(field);
    if (node.isEmpty()) {
      return field.fallback() instanceof Number n ? n.longValue() : (long) field.min();
    }
    if (!node.get().isNumber() || node.get().doubleValue() != node.get().longValue()) {
      throw bad(field, "type_error", "was " + brief(node.get()), "a whole number");
    }
    return (long) within(field, node.get().doubleValue());
  }

  private static double within(Field field, double value) {
    double nearest = Math.max(field.min(), Math.min(field.max(), value));
    if (field.multipleOf() > 1) {
      nearest = Math.max(field.min(), nearest - nearest % field.multipleOf());
    }
    if (nearest != value) {
      String steps = field.multipleOf() > 1 ? " in steps of " + field.multipleOf() : "";
      String range = plain(field.min()) + " to " + plain(field.max()) + steps;
      throw bad(
          field,
          "out_of_range",
          "was " + plain(value),
          range + "; the nearest is " + plain(nearest));
    }
    return value;
  }

  private Optional<JsonNode> find(Field field) {
    JsonNode node = node(field);
    if (node == null && field.required()) {
      throw new InvalidInput(field.name(), "missing", field.name() + " is required");
    }
    return Optional.ofNullable(node);
  }

  private @Nullable JsonNode node(Field field) {
    if (json.hasNonNull(field.name())) {
      return json.get(field.name());
    }
    String alias = field.alias();
    return alias != null && json.hasNonNull(alias) ? json.get(alias) : null;
  }

  private static List<JsonNode> list(Field field, JsonNode node) {
    if (!node.isArray() || node.size() > field.max()) {
      throw bad(
          field, "type_error", "was " + brief(node), "a list of at most " + plain(field.max()));
    }
    List<JsonNode> rows = new ArrayList<>();
    node.forEach(rows::add);
    return rows;
  }

  private static String brief(JsonNode node) {
    String text = node.toString();
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  private static String string(Field field, JsonNode node) {
    if (!node.isTextual()) {
      throw bad(field, "type_error", "was " + brief(node), "a string");
    }
    return node.textValue();
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static InvalidInput bad(Field field, String type, String fault, String allowed) {
    return new InvalidInput(
        field.name(), type, field.name() + " " + fault + "; allowed: " + allowed);
  }
}
