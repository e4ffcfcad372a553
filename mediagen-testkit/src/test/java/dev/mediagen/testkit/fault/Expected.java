// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import java.util.List;

/**
 * What a cell should be.
 *
 * @param text as it stands in the table
 * @param right the outcomes that are right
 * @param today the outcomes that come today although they are not right
 */
record Expected(String text, List<String> right, List<String> today) {
  /** Reads {@code ok 1 or unknown? 0 (io 1)}. */
  static Expected parse(String text) {
    String[] halves = text.replace(")", "").split(" \\(");
    return new Expected(
        text,
        List.of(halves[0].split(" or ")),
        halves.length > 1 ? List.of(halves[1].split(" or ")) : List.of());
  }

  boolean wants(String outcome) {
    return right.contains(outcome);
  }

  boolean allows(String outcome) {
    return wants(outcome) || today.contains(outcome);
  }

  @Override
  public String toString() {
    return text;
  }
}
