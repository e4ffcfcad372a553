// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mediagen.internal.json.Similar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parameter values in their JSON form: comparing them, and finding the nearest valid one. */
final class Values {
  private static final Pattern PAIR =
      Pattern.compile("([0-9]+(?:[.][0-9]+)?)[:x*]([0-9]+(?:[.][0-9]+)?)");

  private static final Pattern DURATION =
      Pattern.compile("PT(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]+)?S)?");

  private Values() {}

  /** The number a value is: durations count in seconds. */
  static Optional<BigDecimal> number(JsonNode value) {
    if (value.isNumber()) {
      return isFinite(value) ? Optional.of(value.decimalValue()) : Optional.empty();
    }
    return isDuration(value) ? Optional.of(seconds(value)) : number(value.asText());
  }

  /** Whether a number is one: NaN and infinity are not. */
  static boolean isFinite(JsonNode number) {
    return !number.isFloatingPointNumber() || Double.isFinite(number.doubleValue());
  }

  /** Whether a text is a duration as this library writes them, and not one that begins like it. */
  static boolean isDuration(JsonNode value) {
    return value.isTextual() && DURATION.matcher(value.asText()).matches();
  }

  static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A duration's seconds, without trailing zeros. */
  static BigDecimal seconds(JsonNode value) {
    try {
      Duration duration = Duration.parse(value.asText());
      return plain(
          BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9)));
    } catch (DateTimeParseException e) {
      return number(value.asText()).orElse(BigDecimal.ZERO);
    }
  }

  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The value as people and catalogues write it. */
  static String text(JsonNode value) {
    return value.isTextual() && !isDuration(value)
        ? value.asText()
        : number(value).map(n -> plain(n).toPlainString()).orElseGet(value::asText);
  }

  static boolean same(JsonNode value, String choice) {
    Optional<BigDecimal> number = number(value);
    Optional<BigDecimal> other = number(choice);
    return (number.isPresent() && other.isPresent())
        ? number.get().compareTo(other.get()) == 0
        : text(value).equalsIgnoreCase(choice);
  }

  /** The choice that is nearest to a value: by number, by ratio, else by its letters. */
  static Optional<String> nearest(JsonNode value, List<String> choices) {
    Function<String, Optional<BigDecimal>> measure =
        number(value).isPresent() ? Values::number : Values::proportion;
    Optional<BigDecimal> wanted =
        number(value).isPresent() ? number(value) : proportion(value.asText());
    return choices.stream()
        .filter(choice -> wanted.isPresent() && measure.apply(choice).isPresent())
        .min(
            Comparator.comparing(
                choice -> measure.apply(choice).orElseThrow().subtract(wanted.orElseThrow()).abs()))
        .or(() -> Similar.to(value.asText(), choices, 1).stream().findFirst())
        .or(() -> choices.size() == 1 ? Optional.of(choices.get(0)) : Optional.empty());
  }

  /** The proportion in {@code 16:9} or {@code 1024x768}. */
  static Optional<BigDecimal> proportion(String text) {
    Matcher pair = PAIR.matcher(text);
    if (!pair.matches() || new BigDecimal(pair.group(2)).signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new BigDecimal(pair.group(1))
            .divide(new BigDecimal(pair.group(2)), 6, java.math.RoundingMode.HALF_UP));
  }

  /** A choice as a parameter value of the same type as the one it replaces. */
  static JsonNode like(JsonNode old, String choice) {
    if (old.isNumber()) {
      return number(choice).<JsonNode>map(DecimalNode::valueOf).orElse(TextNode.valueOf(choice));
    } else if (old.isBoolean()) {
      return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(choice));
    }
    return TextNode.valueOf(choice);
  }
}
