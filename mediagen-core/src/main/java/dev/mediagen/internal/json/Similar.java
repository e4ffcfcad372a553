// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds names that a person may have meant. */
public final class Similar {
  private Similar() {}

  /** Up to {@code limit} candidates that look like {@code name}, best first. */
  public static List<String> to(String name, Collection<String> candidates, int limit) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(candidate -> score(wanted, candidate) <= Math.max(2, wanted.length() / 2))
        .sorted(Comparator.comparingInt(candidate -> score(wanted, candidate)))
        .limit(limit)
        .toList();
  }

  private static int score(String wanted, String candidate) {
    String lower = candidate.toLowerCase(Locale.ROOT);
    return lower.contains(wanted) || wanted.contains(lower) ? 0 : distance(wanted, lower);
  }

  /** The number of single-character edits between two words. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
