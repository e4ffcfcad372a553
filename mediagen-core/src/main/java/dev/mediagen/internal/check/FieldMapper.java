// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mediagen.catalog.InputSpec;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.ParameterSpec;
import dev.mediagen.internal.json.RequestView;
import dev.mediagen.internal.json.ValueCodec;
import dev.mediagen.spi.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts portable parameters and inputs into a vendor's fields, as the catalogue declares them. */
public final class FieldMapper {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FieldMapper() {}

  /** Constants, parameters and options under the vendor's names. */
  public static ObjectNode parameters(RequestView view, ModelSpec model) {
    ObjectNode tree = NODES.objectNode();
    model.constants().forEach((name, value) -> put(tree, name, ValueCodec.encode(value)));
    model
        .parameters()
        .forEach(
            (name, spec) -> {
              if (name.equals("size")) {
                size(tree, view.parameters(), spec);
              } else if (view.parameters().containsKey(name) && spec.field().isPresent()) {
                put(tree, spec.field().get(), value(view.parameters().get(name), spec, view));
              }
            });
    view.request()
        .options()
        .forEach(
            (name, value) ->
                nested(model, name)
                    .ifPresentOrElse(
                        path -> put(tree, path, ValueCodec.encode(value)),
                        () -> tree.set(name, ValueCodec.encode(value))));
    return tree;
  }

  /** Where the catalogue wants an option; others pass under their own names, dots and all. */
  private static Optional<String> nested(ModelSpec model, String option) {
    return Optional.ofNullable(model.options().get(option)).flatMap(ParameterSpec::field);
  }

  /** Adds the inputs of one role where the catalogue wants them. */
  public static void place(ObjectNode tree, InputSpec spec, List<Input> inputs) {
    for (Input input : inputs) {
      String word = input.delivery().name().toLowerCase(Locale.ROOT);
      Optional.ofNullable(spec.fieldFor().get(word))
          .or(spec::field)
          .ifPresent(field -> place(tree, spec, field, input));
    }
  }

  private static void place(ObjectNode tree, InputSpec spec, String field, Input input) {
    JsonNode node =
        spec.item()
            .<JsonNode>map(item -> NODES.objectNode().set(item, input.node()))
            .orElseGet(input::node);
    if (!spec.list()) {
      put(tree, field, node);
    } else if (tree.at("/" + field.replace('.', '/')) instanceof ArrayNode list) {
      list.add(node);
    } else {
      put(tree, field, NODES.arrayNode().add(node));
    }
  }

  private static void size(ObjectNode tree, Map<String, JsonNode> given, ParameterSpec spec) {
    JsonNode width = given.get("width");
    JsonNode height = given.get("height");
    if (width == null || height == null || spec.field().isEmpty()) {
      return;
    }
    if (spec.as() == ParameterSpec.Form.SIZE_OBJECT) {
      ObjectNode size = NODES.objectNode();
      size.set("width", width);
      size.set("height", height);
      put(tree, spec.field().get(), size);
    } else {
      String text = width.asText() + "x" + height.asText();
      String word = spec.words().getOrDefault(text, text.replace("x", spec.separator()));
      put(tree, spec.field().get(), TextNode.valueOf(word));
    }
  }

  private static JsonNode value(JsonNode value, ParameterSpec spec, RequestView view) {
    String word = spec.words().get(Values.text(value));
    if (word == null) {
      for (Map.Entry<String, String> entry : spec.words().entrySet()) {
        word = Values.same(value, entry.getKey()) ? entry.getValue() : word;
      }
    }
    if (word != null) {
      return spec.as() == ParameterSpec.Form.PLAIN
              && Values.number(word).isPresent()
              && value.isNumber()
          ? number(new BigDecimal(word))
          : TextNode.valueOf(word);
    }
    return switch (spec.as()) {
      case TEXT, SECONDS_TEXT -> TextNode.valueOf(Values.text(value));
      case SECONDS_SUFFIX -> TextNode.valueOf(Values.text(value) + "s");
      case SECONDS -> number(Values.seconds(value));
      case MILLIS -> number(Values.seconds(value).movePointRight(3));
      case FRAMES -> IntNode.valueOf(frames(value, spec, view));
      case LANGUAGE -> TextNode.valueOf(Values.text(value).split("-", 2)[0]);
      case LIST -> NODES.arrayNode().add(plain(value));
      case TUPLES -> tuples(value);
      case OBJECTS -> objects(value, spec);
      case PLAIN, SIZE_TEXT, SIZE_OBJECT -> plain(value);
    };
  }

  /** Numbers keep their kind, durations become seconds, everything else stays. */
  private static JsonNode plain(JsonNode value) {
    return Values.isDuration(value)
        ? number(Values.seconds(value))
        : value.isFloatingPointNumber() ? number(value.decimalValue()) : value;
  }

  private static JsonNode number(BigDecimal number) {
    BigDecimal plain = Values.plain(number);
    if (plain.scale() > 0) {
      return DecimalNode.valueOf(plain);
    }
    return plain.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
        ? IntNode.valueOf(plain.intValueExact())
        : LongNode.valueOf(plain.longValueExact());
  }

  private static int frames(JsonNode duration, ParameterSpec spec, RequestView view) {
    JsonNode fps = view.parameters().get("fps");
    BigDecimal total =
        Values.seconds(duration)
            .multiply(fps == null ? BigDecimal.valueOf(spec.fps()) : fps.decimalValue());
    if (spec.frameStep() == 1) {
      return total.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
    BigDecimal step = BigDecimal.valueOf(spec.frameStep());
    return total.divide(step, 0, RoundingMode.HALF_UP).multiply(step).intValueExact() + 1;
  }

  private static ArrayNode objects(JsonNode list, ParameterSpec spec) {
    ArrayNode objects = NODES.arrayNode();
    for (JsonNode item : list) {
      ObjectNode object = objects.addObject();
      item.fields()
          .forEachRemaining(
              e ->
                  object.set(
                      spec.words().getOrDefault(e.getKey(), e.getKey()), digit(e.getValue())));
    }
    return objects;
  }

  private static JsonNode digit(JsonNode value) {
    return value.isBoolean() ? IntNode.valueOf(value.asBoolean() ? 1 : 0) : value;
  }

  private static ArrayNode tuples(JsonNode list) {
    ArrayNode tuples = NODES.arrayNode();
    for (JsonNode item : list) {
      ArrayNode tuple = tuples.addArray();
      item.elements().forEachRemaining(v -> tuple.add(digit(v)));
    }
    return tuples;
  }

  /** Sets a field; dots in its name lead into nested objects. */
  static void put(ObjectNode tree, String path, JsonNode value) {
    ObjectNode at = tree;
    String[] names = path.split("\\.");
    for (int i = 0; i < names.length - 1; i++) {
      at = at.withObjectProperty(names[i]);
    }
    at.set(names[names.length - 1], value);
  }
}
