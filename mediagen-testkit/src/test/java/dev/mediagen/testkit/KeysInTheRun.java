// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other tests and searches what they left behind for the keys they used: the log, in
 * which everything stands that a user is shown ({@code tiny.Witness}), the reports, and journals.
 */
class KeysInTheRun {
  /** The keys that scripted vendors give out, and those that tests make up themselves. */
  private static final Pattern KEYS =
      Pattern.compile(
          "test-[a-z_]+-0123456789|(old|new|plain)-key-1234|key-of-[ab]-1234"
              + "|a-key-for-addresses-[0-9-]+");

  /** A run that logs less than this was not watched. */
  private static final long LEAST = 100_000;

  private static final Path RUN = Path.of(System.getProperty("run.directory", "target"));

  private static boolean wholeRun() {
    String only = System.getProperty("run.only", "");
    return only.isEmpty() || only.startsWith("$");
  }

  @Test
  void no_key_is_in_anything_that_the_tests_left_behind() throws IOException {
    assumeTrue(wholeRun(), "only a part of the tests was run");
    Path log = RUN.resolve("test-run.log");
    assertThat(log).exists();
    assertThat(Files.size(log)).isGreaterThan(LEAST);

    List<String> found = new ArrayList<>();
    List<Path> files = new ArrayList<>(List.of(log, RUN.resolve("fault-matrix.txt")));
    for (String directory : new String[] {"surefire-reports", "journals"}) {
      try (Stream<Path> all = Files.walk(RUN.resolve(directory))) {
        all.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    for (Path file : files) {
      // Byte for byte, as a journal is no text.
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      Matcher key = KEYS.matcher(text);
      while (key.find() && found.size() < 10) {
        int from = Math.max(0, key.start() - 80);
        found.add(file.getFileName() + ": " + text.substring(from, key.end()));
      }
    }
    assertThat(found).as("keys in what the tests left behind").isEmpty();
  }
}
