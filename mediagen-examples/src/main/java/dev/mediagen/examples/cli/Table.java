// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns as wide as they need to be. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();
  private final String indent;

  Table(String indent) {
    this.indent = indent;
  }

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  void print(PrintWriter out) {
    for (List<String> row : rows) {
      StringBuilder text = new StringBuilder(indent);
      for (int i = 0; i < row.size(); i++) {
        text.append(row.get(i)).append(" ".repeat(width(i) - row.get(i).length() + 2));
      }
      out.println(text.toString().stripTrailing());
    }
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
