// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.scene;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a prompt, in lower case and without plural endings. */
public final class Words {
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final String text;
  private final Set<String> words = new LinkedHashSet<>();

  public Words(String text) {
    this.text = text;
    for (String word : GAP.split(text.toLowerCase(Locale.ROOT), -1)) {
      if (!word.isEmpty()) {
        words.add(singular(word));
      }
    }
  }

  /** Whether any of the given words, in singular, occurs. */
  public boolean any(String... wanted) {
    return Arrays.stream(wanted).anyMatch(words::contains);
  }

  /** The words in their order. */
  public List<String> list() {
    return List.copyOf(words);
  }

  /** A number that stands for the whole text; equal texts have equal numbers. */
  public long hash() {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }

  private static String singular(String word) {
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
