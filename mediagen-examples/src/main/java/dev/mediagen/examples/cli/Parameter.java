// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * One portable parameter of a kind of request.
 *
 * @param name its name in the request and its JSON form, for example {@code aspectRatio}
 * @param singular the same, or what one item of it is called: {@code point} of {@code points}
 * @param type the type of the value, or of one item
 * @param list whether it can be given several times
 * @param required whether a request cannot be built without it
 * @param description what it is, in a sentence
 */
record Parameter(
    String name,
    String singular,
    Class<?> type,
    boolean list,
    boolean required,
    String description) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The name on the command line: {@code --aspect-ratio}. */
  String option() {
    return "--" + singular.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  OptionSpec optionSpec() {
    OptionSpec.Builder option =
        OptionSpec.builder(option()).description(description).paramLabel(label());
    if (list) {
      return option.type(List.class).auxiliaryTypes(String.class).arity("1").build();
    } else if (type == Boolean.class) {
      return option.type(Boolean.class).arity("0").negatable(true).build();
    } else if (type == Duration.class) {
      return option.type(Duration.class).arity("1").converters(new Seconds()).build();
    }
    return option.type(typed() ? type : String.class).arity("1").build();
  }

  PositionalParamSpec positionalSpec() {
    return PositionalParamSpec.builder()
        .index("0")
        .arity(required ? "1" : "0..1")
        .type(String.class)
        .paramLabel("<" + name + ">")
        .description(description)
        .build();
  }

  private boolean typed() {
    return Number.class.isAssignableFrom(type);
  }

  private String label() {
    if (type == Duration.class) {
      return "<seconds>";
    } else if (type == MediaSource.class) {
      return "<file|url>";
    } else if (type == Reference.class) {
      return "<file|url[:role]>";
    } else if (type.isRecord()) {
      return components().stream()
          .map(c -> c.getType() == boolean.class ? "[," + c.getName() + "]" : "," + c.getName())
          .collect(Collectors.joining("", "<", ">"))
          .replaceFirst("<,", "<");
    }
    return typed() ? "<number>" : "<text>";
  }

  /** What was given on the command line, as the request's JSON form has it. */
  JsonNode json(Object given) {
    if (!list) {
      return item(given);
    }
    ArrayNode array = JSON.arrayNode();
    ((List<?>) given).forEach(one -> array.add(item(one)));
    return array;
  }

  private JsonNode item(Object given) {
    if (given instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    } else if (type == Reference.class) {
      return reference(given.toString());
    } else if (type.isRecord()) {
      return tuple(given.toString());
    }
    // Numbers, durations and sources are read from text too, by the library itself.
    return JSON.textNode(given.toString());
  }

  /** {@code b.png:style}; what stands behind the last colon may also be part of a URL. */
  private static JsonNode reference(String text) {
    int colon = text.lastIndexOf(':');
    String role = text.substring(colon + 1);
    boolean named =
        colon > 0
            && Arrays.stream(Reference.Role.values())
                .anyMatch(known -> known.name().equalsIgnoreCase(role));
    return named
        ? JSON.objectNode().put("source", text.substring(0, colon)).put("role", role)
        : JSON.objectNode().put("source", text);
  }

  /** {@code 120,80,off}: the components of a record in order; a flag at the end may be left out. */
  private JsonNode tuple(String text) {
    String[] parts = text.split(",", -1);
    var object = JSON.objectNode();
    List<RecordComponent> components = components();
    for (int i = 0; i < components.size(); i++) {
      String name = components.get(i).getName();
      boolean flag = components.get(i).getType() == boolean.class;
      if (i < parts.length) {
        object.put(name, flag ? flag(parts[i].strip()) : parts[i].strip());
      } else if (flag) {
        object.put(name, true);
      }
    }
    if (parts.length > components.size()) {
      // Refused by the library like any other wrong value, with the name of the parameter.
      return JSON.textNode(text);
    }
    return object;
  }

  private static String flag(String word) {
    return word.equals("on") ? "true" : word.equals("off") ? "false" : word;
  }

  private List<RecordComponent> components() {
    return List.of(type.getRecordComponents());
  }
}
