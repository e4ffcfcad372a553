// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * The portable parameters of each kind of request, read from the request's own accessors, so that
 * the options of this program are those of the library, today and tomorrow.
 */
final class Parameters {
  private static final Properties DESCRIPTIONS = descriptions();

  private Parameters() {}

  /** The parameters of a kind in alphabetical order, without those that every request has. */
  static List<Parameter> of(MediaKind kind) {
    return Arrays.stream(kind.requestType().getDeclaredMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0 && !common(method))
        .map(method -> parameter(kind, method))
        .sorted(Comparator.comparing(Parameter::name))
        .toList();
  }

  /**
   * The one that needs no option name: what the request cannot do without (the text of a speech,
   * the source of a transcript), or else its prompt.
   */
  static Parameter main(MediaKind kind) {
    List<Parameter> all = of(kind);
    return all.stream()
        .filter(Parameter::required)
        .findFirst()
        .or(() -> all.stream().filter(parameter -> parameter.name().equals("prompt")).findFirst())
        .orElseThrow();
  }

  private static boolean common(Method method) {
    return Arrays.stream(MediaRequest.class.getMethods())
        .anyMatch(one -> one.getName().equals(method.getName()));
  }

  private static Parameter parameter(MediaKind kind, Method accessor) {
    String name = accessor.getName();
    boolean list = accessor.getReturnType() == List.class;
    boolean optional = accessor.getReturnType() == Optional.class;
    Class<?> type =
        list || optional ? argument(accessor.getGenericReturnType()) : accessor.getReturnType();
    return new Parameter(
        name,
        list ? singular(name, type) : name,
        type,
        list,
        !list && !optional,
        description(kind, name));
  }

  private static Class<?> argument(Type generic) {
    return (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
  }

  /** One item of a list is called as its type is: {@code box} of {@code boxes}. */
  private static String singular(String plural, Class<?> item) {
    String name = item.getSimpleName().toLowerCase(Locale.ROOT);
    return plural.startsWith(name) ? name : plural;
  }

  private static String description(MediaKind kind, String name) {
    return DESCRIPTIONS.getProperty(
        kind.word() + "." + name, DESCRIPTIONS.getProperty(name, "See the documentation."));
  }

  private static Properties descriptions() {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Parameters.class.getResourceAsStream("parameters.properties"))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
