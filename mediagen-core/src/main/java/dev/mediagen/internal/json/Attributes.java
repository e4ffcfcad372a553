// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.error.InvalidRequestException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a value type, read from the type itself: the accessors of an interface that its
 * nested builder can set, or the components of a record.
 */
final class Attributes {
  /** One attribute. */
  record Attribute(String name, Method accessor, @Nullable Method setter) {
    Object get(Object value) {
      return call(accessor, value);
    }
  }

  private static final ClassValue<Attributes> CACHE =
      new ClassValue<>() {
        @Override
        protected Attributes computeValue(Class<?> type) {
          return new Attributes(type);
        }
      };

  private final Class<?> type;
  private final List<Attribute> attributes = new ArrayList<>();

  private Attributes(Class<?> type) {
    this.type = type;
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        component.getAccessor().setAccessible(true);
        attributes.add(new Attribute(component.getName(), component.getAccessor(), null));
      }
    } else {
      Class<?> builder = builder(type);
      for (Method accessor : type.getMethods()) {
        if (accessor.getParameterCount() == 0
            && !Modifier.isStatic(accessor.getModifiers())
            && attributes.stream().noneMatch(a -> a.name().equals(accessor.getName()))) {
          Method setter = setter(builder, accessor);
          if (setter != null) {
            setter.setAccessible(true);
            attributes.add(new Attribute(accessor.getName(), accessor, setter));
          }
        }
      }
      attributes.sort(Comparator.comparing(Attribute::name));
    }
  }

  static boolean has(Class<?> implementation) {
    return implementation.isRecord() || valueInterface(implementation) != null;
  }

  /** The attributes of a value interface, of a class that implements one, or of a record. */
  static Attributes of(Class<?> type) {
    Class<?> face = type.isRecord() || type.isInterface() ? type : valueInterface(type);
    if (face == null) {
      throw new IllegalArgumentException(type + " is no value of this library");
    }
    return CACHE.get(face);
  }

  /** The names of all attributes, for messages. */
  String names() {
    return String.join(", ", attributes.stream().map(Attribute::name).toList());
  }

  void forEach(Consumer<Attribute> action) {
    attributes.forEach(action);
  }

  /** Builds a value from a JSON object; unknown and missing fields are named. */
  Object build(ObjectNode object, String path) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (attributes.stream().noneMatch(a -> a.name().equals(name)) && !name.equals("kind")) {
        List<String> known = attributes.stream().map(Attribute::name).toList();
        List<String> near = Similar.to(name, known, 2);
        throw InvalidRequestException.of(
            join(path, name),
            object.get(name),
            "is no field here; "
                + (near.isEmpty()
                    ? "there are " + String.join(", ", known)
                    : "did you mean " + String.join(" or ", near) + "?"));
      }
    }
    try {
      return type.isRecord() ? buildRecord(object, path) : buildValue(object, path);
    } catch (IllegalStateException e) {
      throw InvalidRequestException.of(
          path.isEmpty() ? type.getSimpleName() : path,
          object.toString(),
          String.valueOf(e.getMessage()));
    }
  }

  /** A value with those components of a record that it has attributes for. */
  Object from(Record facts) {
    Object builder = call(method(type, "builder"), null);
    of(facts.getClass())
        .forEach(
            fact ->
                attributes.stream()
                    .filter(attribute -> attribute.name().equals(fact.name()))
                    .forEach(
                        attribute ->
                            call(
                                Objects.requireNonNull(attribute.setter()),
                                builder,
                                fact.get(facts))));
    return build(builder);
  }

  /** A copy of a value with another attribute, or, where it is optional, without it. */
  Object with(Object value, String name, @Nullable JsonNode node) {
    Attribute attribute =
        attributes.stream()
            .filter(a -> a.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(type + " has no " + name));
    Object builder = call(method(type, "toBuilder"), value);
    Type target = attribute.accessor().getGenericReturnType();
    Object item =
        node != null
            ? ValueCodec.decode(node, target, name)
            : attribute.accessor().getReturnType() == Optional.class ? Optional.empty() : List.of();
    call(Objects.requireNonNull(attribute.setter()), builder, item);
    return build(builder);
  }

  private Object buildValue(ObjectNode object, String path) {
    Object builder = call(method(type, "builder"), null);
    for (Attribute attribute : attributes) {
      JsonNode node = object.get(attribute.name());
      if (node != null && !node.isNull() && attribute.setter() != null) {
        Object item =
            ValueCodec.decode(
                node, attribute.accessor().getGenericReturnType(), join(path, attribute.name()));
        call(attribute.setter(), builder, item);
      }
    }
    return build(builder);
  }

  private static Object build(Object builder) {
    Method build = method(builder.getClass(), "build");
    build.setAccessible(true);
    return call(build, builder);
  }

  private Object buildRecord(ObjectNode object, String path) {
    Object[] values = new Object[attributes.size()];
    Class<?>[] types = new Class<?>[attributes.size()];
    for (int i = 0; i < values.length; i++) {
      Attribute attribute = attributes.get(i);
      JsonNode node = object.get(attribute.name());
      if (node == null) {
        throw InvalidRequestException.of(join(path, attribute.name()), null, "is missing");
      }
      types[i] = attribute.accessor().getReturnType();
      values[i] =
          ValueCodec.decode(
              node, attribute.accessor().getGenericReturnType(), join(path, attribute.name()));
    }
    try {
      return type.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static @Nullable Class<?> valueInterface(Class<?> implementation) {
    for (Class<?> c = implementation; c != null; c = c.getSuperclass()) {
      for (Class<?> face : c.getInterfaces()) {
        if (face.getName().startsWith("dev.mediagen.") && hasBuilder(face)) {
          return face;
        }
      }
    }
    return null;
  }

  private static boolean hasBuilder(Class<?> face) {
    return Arrays.stream(face.getDeclaredClasses())
        .anyMatch(c -> c.getSimpleName().equals("Builder"));
  }

  private static Class<?> builder(Class<?> face) {
    return Arrays.stream(face.getDeclaredClasses())
        .filter(c -> c.getSimpleName().equals("Builder"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(face + " is no value of this library"));
  }

  private static @Nullable Method setter(Class<?> builder, Method accessor) {
    Class<?> wanted = accessor.getReturnType();
    Class<?> taken =
        List.class.isAssignableFrom(wanted)
            ? Iterable.class
            : Map.class == wanted ? Map.class : wanted;
    return Arrays.stream(builder.getMethods())
        .filter(
            m ->
                m.getName().equals(accessor.getName())
                    && m.getParameterCount() == 1
                    && m.getParameterTypes()[0] == taken)
        .findFirst()
        .orElse(null);
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getName().equals(name) && m.getParameterCount() == 0)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type + " has no " + name + "()"));
  }

  private static Object call(
      Method method, @Nullable Object target, @Nullable Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
