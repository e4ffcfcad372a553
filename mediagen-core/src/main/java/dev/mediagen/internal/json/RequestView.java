// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request of any kind, seen as named parameters and named inputs. Immutable. */
public final class RequestView {
  /** What every request has; none of it goes to a vendor as it is. */
  private static final Set<String> COMMON =
      Set.of("model", "fallbacks", "options", "onUnsupported", "timeout", "kind");

  private final MediaRequest<?> request;
  private final Map<String, JsonNode> parameters = new LinkedHashMap<>();
  private final Map<String, List<Reference>> inputs = new LinkedHashMap<>();

  private RequestView(MediaRequest<?> request) {
    this.request = request;
    Attributes.of(request.getClass())
        .forEach(
            attribute -> {
              if (!COMMON.contains(attribute.name())) {
                add(attribute.name(), attribute.get(request));
              }
            });
  }

  /** The view of a request. */
  public static RequestView of(MediaRequest<?> request) {
    return new RequestView(request);
  }

  /** The names of all parameters and inputs of a kind of request. */
  public static List<String> names(Class<?> type) {
    List<String> names = new ArrayList<>();
    Attributes.of(type)
        .forEach(
            attribute -> {
              if (!COMMON.contains(attribute.name())) {
                names.add(attribute.name());
              }
            });
    return names;
  }

  private void add(String name, Object value) {
    Object item = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (item instanceof MediaSource source) {
      inputs.put(name, List.of(Reference.of(source)));
    } else if (item instanceof List<?> list
        && !list.isEmpty()
        && list.get(0) instanceof Reference) {
      inputs.put(name, list.stream().map(Reference.class::cast).toList());
    } else if (item != null && !(item instanceof List<?> list && list.isEmpty())) {
      parameters.put(name, ValueCodec.encode(item));
    }
  }

  /** The request itself. */
  public MediaRequest<?> request() {
    return request;
  }

  /** The parameters that were given, in their JSON form. */
  public Map<String, JsonNode> parameters() {
    return parameters;
  }

  /** One parameter; the size is given as width and height, and is both in one. */
  public Optional<JsonNode> parameter(String name) {
    JsonNode width = parameters.get("width");
    JsonNode height = parameters.get("height");
    return name.equals("size") && width != null && height != null
        ? Optional.of(TextNode.valueOf(width.asText() + "x" + height.asText()))
        : Optional.ofNullable(parameters.get(name));
  }

  /** The inputs that were given, by role. */
  public Map<String, List<Reference>> inputs() {
    return inputs;
  }

  /** The same request with another value for a parameter, or without it. */
  public RequestView with(String name, @Nullable JsonNode value) {
    return of((MediaRequest<?>) Attributes.of(request.getClass()).with(request, name, value));
  }
}
