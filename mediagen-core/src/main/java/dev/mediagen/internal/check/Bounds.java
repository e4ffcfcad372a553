// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.catalog.ParameterSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds one value against what a model takes for a parameter. */
final class Bounds {
  /**
   * A value that is not taken.
   *
   * @param allowed what is taken, in words
   * @param nearest the nearest value that is
   */
  record Violation(String allowed, Optional<String> nearest) {}

  private Bounds() {}

  static Optional<Violation> check(JsonNode value, ParameterSpec spec) {
    if (value.isContainerNode()) {
      return Optional.empty();
    }
    List<String> choices = choices(spec);
    if (!choices.isEmpty()) {
      return choices.stream().anyMatch(choice -> Values.same(value, choice))
          ? Optional.empty()
          : violation("takes " + enumerate(choices), Values.nearest(value, choices));
    }
    if (spec.maxLength().isPresent() && value.asText().length() > spec.maxLength().get()) {
      return Optional.of(
          new Violation(
              "takes at most "
                  + spec.maxLength().get()
                  + " characters, this has "
                  + value.asText().length(),
              Optional.empty()));
    }
    return Values.number(value).flatMap(number -> range(number, spec));
  }

  private static Optional<Violation> range(BigDecimal number, ParameterSpec spec) {
    BigDecimal nearest = onGrid(number, spec, RoundingMode.HALF_UP);
    if (spec.min().isPresent() && nearest.compareTo(spec.min().get()) < 0) {
      nearest = onGrid(spec.min().get(), spec, RoundingMode.CEILING);
    }
    if (spec.max().isPresent() && nearest.compareTo(spec.max().get()) > 0) {
      nearest = onGrid(spec.max().get(), spec, RoundingMode.FLOOR);
    }
    return nearest.compareTo(number) == 0
        ? Optional.empty()
        : violation(words(spec), Optional.of(Values.plain(nearest).toPlainString()));
  }

  private static BigDecimal onGrid(BigDecimal number, ParameterSpec spec, RoundingMode rounding) {
    return spec.multipleOf()
        .map(step -> number.divide(step, 0, rounding).multiply(step))
        .orElse(number);
  }

  private static Optional<Violation> violation(String allowed, Optional<String> nearest) {
    String all = allowed + nearest.map(value -> "; nearest is " + value).orElse("");
    return Optional.of(new Violation(all, nearest));
  }

  /** The values a parameter takes, when they are listed. */
  static List<String> choices(ParameterSpec spec) {
    List<String> all = new ArrayList<>(spec.choices());
    spec.words().keySet().stream().filter(word -> !all.contains(word)).forEach(all::add);
    return all;
  }

  private static String words(ParameterSpec spec) {
    String range =
        spec.min().isPresent() && spec.max().isPresent()
            ? "takes " + show(spec.min().get()) + " to " + show(spec.max().get())
            : spec.min().isPresent()
                ? "takes " + show(spec.min().get()) + " or more"
                : spec.max().isPresent() ? "takes at most " + show(spec.max().get()) : "takes";
    return spec.multipleOf().map(step -> range + " multiples of " + show(step)).orElse(range);
  }

  private static String show(BigDecimal number) {
    return Values.plain(number).toPlainString();
  }

  private static String enumerate(List<String> choices) {
    return choices.size() == 1
        ? "only " + choices.get(0)
        : String.join(", ", choices.subList(0, choices.size() - 1))
            + " or "
            + choices.get(choices.size() - 1);
  }
}
