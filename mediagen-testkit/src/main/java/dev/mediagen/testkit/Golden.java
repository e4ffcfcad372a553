// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that a test must produce letter by letter, kept in {@code src/test/resources/golden}. Run
 * the tests with {@code -Dgolden.update=true} to write them, and read the difference before you
 * commit it.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** Holds a text against the file of this name. */
  public static void check(String fileName, String actual) {
    Path file = FOLDER.resolve(fileName);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      assertThat(Files.exists(file))
          .as("golden file %s; -Dgolden.update=true writes it", file)
          .isTrue();
      assertThat(actual).as("golden file %s", file).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
