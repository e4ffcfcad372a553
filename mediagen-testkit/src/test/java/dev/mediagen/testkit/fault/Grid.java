// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table with a row for each fault and a column for each exchange, from a text and as a text.
 * Thread-safe.
 */
final class Grid {
  private final Map<Fault, Map<Exchange, String>> cells = new EnumMap<>(Fault.class);

  /** Reads a table: bars between cells, names in the first line and the first column. */
  static Grid parse(String table) {
    Grid grid = new Grid();
    List<String> lines = table.strip().lines().toList();
    for (Fault fault : Fault.values()) {
      String[] parts = lines.get(fault.ordinal() + 1).split("\\|");
      if (!parts[0].strip().equals(fault.label())) {
        throw new IllegalArgumentException("row " + parts[0] + " where " + fault + " belongs");
      }
      for (Exchange exchange : Exchange.values()) {
        grid.put(exchange, fault, parts[exchange.ordinal() + 1].strip());
      }
    }
    return grid;
  }

  synchronized void put(Exchange exchange, Fault fault, String cell) {
    cells.computeIfAbsent(fault, f -> new EnumMap<>(Exchange.class)).put(exchange, cell);
  }

  synchronized String get(Exchange exchange, Fault fault) {
    return cells.getOrDefault(fault, Map.of()).getOrDefault(exchange, "");
  }

  @Override
  public String toString() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("", Stream.of(Exchange.values()).map(Exchange::label)));
    for (Fault fault : Fault.values()) {
      rows.add(row(fault.label(), Stream.of(Exchange.values()).map(one -> get(one, fault))));
    }
    int[] widths =
        IntStream.rangeClosed(0, Exchange.values().length)
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private static List<String> row(String name, Stream<String> cells) {
    return Stream.concat(Stream.of(name), cells).toList();
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
            .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
            .collect(Collectors.joining(" | "))
            .stripTrailing()
        + "\n";
  }
}
