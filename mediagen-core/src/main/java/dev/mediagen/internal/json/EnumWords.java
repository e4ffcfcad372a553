// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.json;

import dev.mediagen.error.InvalidRequestException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Enums as lower-case words. */
final class EnumWords {
  private EnumWords() {}

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static Object read(Class<?> type, String text, String path) {
    List<Enum<?>> all =
        Arrays.stream(type.getEnumConstants()).<Enum<?>>map(c -> (Enum<?>) c).toList();
    return all.stream()
        .filter(value -> value.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidRequestException.of(path, text, all.stream().map(EnumWords::word).toList()));
  }
}
