// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.error.InvalidRequestException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of this library's values: fields are attributes, absent ones are left out,
 * durations are ISO 8601 or seconds, enums are lower-case words. Reading names the field that is
 * wrong.
 */
public final class ValueCodec {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ValueCodec() {}

  /** A value as JSON text; requests and results carry their kind. */
  public static String write(Object value) {
    return Json.text(encode(value));
  }

  /** Reads JSON text as a value. */
  public static <T> T read(String json, Class<T> type) {
    return Objects.requireNonNull(type.cast(decode(parse(json), type, "")));
  }

  /** JSON text as a tree, or an exception that says where it breaks. */
  public static JsonNode parse(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " (line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr()
                  + ")";
      throw InvalidRequestException.of(
          "json", json.strip(), "is not JSON: " + e.getOriginalMessage() + where);
    }
  }

  /** A value as a tree. */
  public static JsonNode encode(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.<JsonNode>map(ValueCodec::encode).orElse(NODES.nullNode());
    } else if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(item -> array.add(encode(item)));
      return array;
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, item) -> object.set(key.toString(), encode(item)));
      return object;
    } else if (value instanceof MediaKind kind) {
      return NODES.textNode(kind.word());
    } else if (value instanceof Enum<?> word) {
      return NODES.textNode(EnumWords.word(word));
    } else if (value instanceof MediaSource source) {
      return SourceCodec.encode(source);
    } else if (value instanceof MediaAsset asset) {
      return AssetCodec.encode(asset);
    } else if (value instanceof ModelId
        || value instanceof Duration
        || value instanceof Instant
        || value instanceof LocalDate
        || value instanceof URI) {
      return NODES.textNode(value.toString());
    } else if (value instanceof JsonNode node) {
      return node;
    } else if (Attributes.has(value.getClass())) {
      return encodeAttributes(value);
    }
    return Json.MAPPER.valueToTree(value);
  }

  private static ObjectNode encodeAttributes(Object value) {
    ObjectNode object = NODES.objectNode();
    if (value instanceof MediaRequest<?> request) {
      object.put("kind", request.kind().word());
    } else if (value instanceof MediaResult result) {
      object.put("kind", result.kind().word());
    }
    Attributes.of(value.getClass())
        .forEach(
            attribute -> {
              Object item = attribute.get(value);
              boolean absent =
                  (item instanceof Optional<?> o && o.isEmpty())
                      || (item instanceof List<?> l && l.isEmpty())
                      || (item instanceof Map<?, ?> m && m.isEmpty());
              if (!absent) {
                object.set(attribute.name(), encode(item));
              }
            });
    return object;
  }

  /** A value of a type, with those components of a record that it has attributes for. */
  public static <T> T from(Record facts, Class<T> type) {
    return type.cast(Attributes.of(type).from(facts));
  }

  /** Reads a tree as a value of a type; {@code path} names the field in messages. */
  public static @Nullable Object decode(JsonNode node, Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      return decodeGeneric(node, generic, path);
    }
    Class<?> raw = (Class<?>) type;
    try {
      if (raw == Object.class) {
        return Json.MAPPER.convertValue(node, Object.class);
      } else if (raw == String.class) {
        return node.isValueNode() && !node.isNull() ? node.asText() : wrong(path, node, "a text");
      } else if (raw == int.class || raw == Integer.class) {
        return node.canConvertToExactIntegral() && node.canConvertToInt()
            ? node.intValue()
            : Integer.valueOf(node.asText());
      } else if (raw == long.class || raw == Long.class) {
        return node.canConvertToExactIntegral() && node.canConvertToLong()
            ? node.longValue()
            : Long.valueOf(node.asText());
      } else if (raw == double.class || raw == Double.class) {
        return Double.valueOf(node.asText());
      } else if (raw == BigDecimal.class) {
        return new BigDecimal(node.asText());
      } else if (raw == boolean.class || raw == Boolean.class) {
        return node.isBoolean()
            ? node.booleanValue()
            : List.of("true", "false").contains(node.asText())
                ? Boolean.valueOf(node.asText())
                : wrong(path, node, "true or false");
      } else if (raw == Duration.class) {
        return duration(node);
      } else if (raw == Instant.class) {
        return Instant.parse(node.asText());
      } else if (raw == LocalDate.class) {
        return LocalDate.parse(node.asText());
      } else if (raw == URI.class) {
        return URI.create(node.asText());
      } else if (raw == ModelId.class) {
        return ModelId.of(node.asText());
      } else if (raw == MediaKind.class) {
        return MediaKind.of(node.asText());
      } else if (raw.isEnum()) {
        return EnumWords.read(raw, node.asText(), path);
      } else if (raw == MediaSource.class) {
        return SourceCodec.decode(node, path);
      }
    } catch (NumberFormatException e) {
      return wrong(path, node, "a number");
    } catch (DateTimeException e) {
      return wrong(
          path,
          node,
          "an ISO 8601 "
              + raw.getSimpleName().toLowerCase(Locale.ROOT)
              + (raw == Duration.class ? " such as PT5S, or a number of seconds" : ""));
    } catch (IllegalArgumentException e) {
      return wrong(path, node, "a valid " + raw.getSimpleName());
    }
    return node instanceof ObjectNode object
        ? Attributes.of(raw).build(object, path)
        : wrong(path, node, "an object with " + Attributes.of(raw).names());
  }

  private static Duration duration(JsonNode node) {
    String text = node.asText();
    if (text.matches("[0-9]+([.][0-9]+)?s?")) {
      String seconds = text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
      return Duration.ofNanos(new BigDecimal(seconds).movePointRight(9).longValue());
    }
    return Duration.parse(text);
  }

  private static @Nullable Object decodeGeneric(
      JsonNode node, ParameterizedType type, String path) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return node.isNull()
          ? Optional.empty()
          : Optional.ofNullable(decode(node, arguments[0], path));
    } else if (type.getRawType() == List.class) {
      List<Object> list = new ArrayList<>();
      if (node.isArray()) {
        int index = 0;
        for (JsonNode item : node) {
          list.add(Objects.requireNonNull(decode(item, arguments[0], path + "[" + index++ + "]")));
        }
      } else {
        list.add(Objects.requireNonNull(decode(node, arguments[0], path)));
      }
      return list;
    } else if (type.getRawType() == Map.class && node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.fields()
          .forEachRemaining(
              field -> {
                String at = path + "." + field.getKey();
                Object item = decode(field.getValue(), arguments[1], at);
                if (item != null) {
                  map.put(field.getKey(), item);
                }
              });
      return map;
    }
    return wrong(path, node, "a JSON object");
  }

  private static @Nullable Object wrong(String path, JsonNode node, String allowed) {
    throw InvalidRequestException.of(
        path.isEmpty() ? "json" : path,
        node instanceof TextNode ? node.asText() : node.toString(),
        "must be " + allowed);
  }
}
