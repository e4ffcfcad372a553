// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.catalog.Cost;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.ParameterSpec;
import dev.mediagen.catalog.Price;
import dev.mediagen.catalog.Quote;
import dev.mediagen.internal.json.RequestView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Money, before and after. What is not known stays unknown; it is never taken for zero. */
final class Pricing {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private Pricing() {}

  /** What a request will cost. */
  static Quote quote(ModelSpec model, RequestView view) {
    if (model.prices().isEmpty()) {
      return Quote.unknown("no price of " + model.id() + " is known");
    }
    for (Price price : model.prices()) {
      Optional<BigDecimal> amount = amount(price, model, view);
      if (matches(price, model, view) && amount.isPresent()) {
        BigDecimal usd = price.usd().multiply(amount.get());
        return Quote.builder()
            .usd(plain(usd))
            .basis(
                plain(amount.get()).toPlainString()
                    + " \u00d7 "
                    + price.usd().toPlainString()
                    + " USD per "
                    + price.unit()
                    + price.conditions().map(c -> " (" + c + ")").orElse(""))
            .source(price.source())
            .asOf(price.asOf())
            .build();
      }
    }
    return Quote.builder()
        .basis(
            "known only afterwards: "
                + model.prices().stream()
                    .map(
                        p ->
                            p.usd().toPlainString()
                                + " USD per "
                                + p.unit()
                                + p.conditions().map(c -> " of " + c).orElse(""))
                    .collect(Collectors.joining(", ")))
        .source(model.prices().get(0).source())
        .asOf(model.prices().get(0).asOf())
        .build();
  }

  /** What a job cost, from what the vendor told, else from the quote. */
  static Cost cost(Optional<Cost> told, ModelSpec model, Quote quote) {
    if (told.isPresent() && told.get().usd().isPresent()) {
      return told.get();
    }
    Map<String, BigDecimal> units = told.map(Cost::units).orElse(Map.of());
    Optional<BigDecimal> counted = units.isEmpty() ? Optional.empty() : priced(units, model);
    if (counted.isPresent()) {
      return Cost.builder()
          .usd(plain(counted.get()))
          .units(units)
          .source(Cost.Source.COUNTED)
          .basis(
              "counted by the vendor, priced by the catalogue of " + model.prices().get(0).asOf())
          .build();
    }
    return quote
        .usd()
        .map(
            usd ->
                Cost.builder().source(Cost.Source.ESTIMATED).usd(usd).basis(quote.basis()).build())
        .orElseGet(() -> Cost.unknown(quote.basis()))
        .toBuilder()
        .units(units)
        .build();
  }

  /** The sum over all units; none when one of them has no price. */
  private static Optional<BigDecimal> priced(Map<String, BigDecimal> units, ModelSpec model) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> unit : units.entrySet()) {
      Optional<Price> price =
          model.prices().stream().filter(p -> isFor(p, unit.getKey())).findFirst();
      if (price.isEmpty()) {
        return Optional.empty();
      }
      BigDecimal usd = price.get().usd().multiply(unit.getValue());
      sum =
          sum.add(
              price.get().unit().equals("1m_tokens")
                  ? usd.divide(MILLION, 12, RoundingMode.HALF_UP)
                  : usd);
    }
    return Optional.of(sum);
  }

  private static boolean isFor(Price price, String unit) {
    return price.unit().equals(unit)
        || (price.unit().equals("1m_tokens")
            && price.conditions().filter(unit::equals).isPresent());
  }

  private static boolean matches(Price price, ModelSpec model, RequestView view) {
    return price.when().entrySet().stream()
        .allMatch(
            e -> value(e.getKey(), model, view).filter(v -> same(v, e.getValue())).isPresent());
  }

  private static boolean same(String value, String wanted) {
    Optional<BigDecimal> number = number(value);
    return value.equalsIgnoreCase(wanted)
        || (number.isPresent()
            && number(wanted).filter(w -> w.compareTo(number.get()) == 0).isPresent());
  }

  private static Optional<BigDecimal> amount(Price price, ModelSpec model, RequestView view) {
    BigDecimal count = number("count", model, view).orElse(BigDecimal.ONE);
    return switch (price.unit()) {
      case "image", "song" -> Optional.of(count);
      case "request" -> Optional.of(BigDecimal.ONE);
      case "second" -> number("duration", model, view).map(count::multiply);
      case "minute" ->
          number("duration", model, view)
              .map(s -> s.multiply(count).divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_UP));
      case "1k_chars" ->
          Optional.ofNullable(view.parameters().get("text"))
              .map(t -> BigDecimal.valueOf(t.asText().length(), 3));
      case "megapixel" ->
          number("width", model, view)
              .flatMap(w -> number("height", model, view).map(w::multiply))
              .map(p -> p.divide(MILLION, 0, RoundingMode.CEILING).multiply(count));
      default -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> number(String name, ModelSpec model, RequestView view) {
    return value(name, model, view).flatMap(Pricing::number);
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(
          text.startsWith("PT")
              ? BigDecimal.valueOf(Duration.parse(text).toMillis(), 3)
              : new BigDecimal(text));
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> value(String name, ModelSpec model, RequestView view) {
    Optional<JsonNode> given = view.parameter(name);
    if (given.isPresent()) {
      return given.map(JsonNode::asText);
    }
    Object option = view.request().options().get(name);
    if (option != null) {
      return Optional.of(option.toString());
    }
    return Optional.ofNullable(model.parameters().get(name))
        .or(() -> Optional.ofNullable(model.options().get(name)))
        .flatMap(ParameterSpec::defaultValue);
  }

  /** The sum of several costs; unknown as soon as one of them is. */
  static Cost sum(List<Cost> costs) {
    if (costs.size() == 1) {
      return costs.get(0);
    }
    Cost.Builder sum = Cost.builder().basis("the sum of " + costs.size() + " jobs");
    if (costs.stream().allMatch(cost -> cost.usd().isPresent())) {
      BigDecimal usd =
          costs.stream()
              .map(cost -> cost.usd().orElseThrow())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      return sum.usd(usd).source(costs.get(0).source()).build();
    }
    return Cost.unknown(costs.size() + " jobs, not all of a known price");
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
