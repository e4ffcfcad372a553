// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.scale;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Collects the measures of several rounds and prints their medians side by side. */
final class Table {
  private final Map<Phase, Map<Measure, Map<String, List<Double>>>> all =
      new EnumMap<>(Phase.class);

  /** Adds what a round found. */
  void add(Phase phase, String contender, Map<Measure, Double> found) {
    Map<Measure, Map<String, List<Double>>> rows =
        all.computeIfAbsent(phase, ignored -> new EnumMap<>(Measure.class));
    found.forEach(
        (measure, value) ->
            rows.computeIfAbsent(measure, ignored -> new TreeMap<>())
                .computeIfAbsent(contender, ignored -> new ArrayList<>())
                .add(value));
  }

  /** Prints these phases. */
  void print(List<Phase> phases, int jobs) {
    for (Phase phase : phases) {
      System.out.printf("%n%,d jobs of 10 s, %s%n", phase.jobs(jobs), phase.label());
      System.out.printf(
          "%-64s %10s %10s %7s  %s%n",
          "", ScaleBenchmark.MEDIAGEN, ScaleBenchmark.BY_HAND, "ratio", "aim");
      all.getOrDefault(phase, Map.of()).forEach((measure, row) -> print(measure, row));
    }
  }

  private static void print(Measure measure, Map<String, List<Double>> row) {
    OptionalDouble mediagen = median(row.getOrDefault(ScaleBenchmark.MEDIAGEN, List.of()));
    OptionalDouble byHand = median(row.getOrDefault(ScaleBenchmark.BY_HAND, List.of()));
    String ratio =
        mediagen.isPresent() && byHand.isPresent() && byHand.getAsDouble() > 0
            ? number(OptionalDouble.of(mediagen.getAsDouble() / byHand.getAsDouble()))
            : "";
    System.out.printf(
        "%-64s %10s %10s %7s  %s%n",
        measure.label(), number(mediagen), number(byHand), ratio, measure.aim());
  }

  private static String number(OptionalDouble value) {
    if (value.isEmpty()) {
      return "";
    }
    double number = value.getAsDouble();
    return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.2f" : "%,.0f", number);
  }

  private static OptionalDouble median(List<Double> values) {
    return values.stream()
        .mapToDouble(value -> value)
        .sorted()
        .skip((values.size() - 1) / 2)
        .findFirst();
  }
}
