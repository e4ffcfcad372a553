// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLockTest {
  @TempDir private Path directory;

  /** Another process that opens a journal, and says how that went. */
  static final class Other {
    public static void main(String[] arguments) {
      try (JobStore store = JobStore.journal(Path.of(arguments[0]))) {
        System.out.print("opened with " + store.records().size());
      } catch (RuntimeException e) {
        System.out.print(e.getClass().getSimpleName() + ": " + e.getMessage());
      }
    }
  }

  private static String another(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  @Test
  void a_journal_belongs_to_one_store_of_one_process() throws IOException {
    Path file = directory.resolve("jobs.journal");
    Path link = Files.createSymbolicLink(directory.resolve("link"), file.getFileName());
    try (JobStore store = JobStore.journal(file)) {
      store.save(Records.begun(1)).join();
      for (Path name :
          new Path[] {
            file, directory.resolve("../" + directory.getFileName() + "/jobs.journal"), link
          }) {
        assertThatThrownBy(() -> JobStore.journal(name))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining(file.toRealPath().toString())
            .hasMessageContaining("in use by another store of this process");
      }

      // POSIX locks end when any channel to the file is closed, so the attempts above must not.
      assertThat(another(file))
          .startsWith("IllegalStateException: ")
          .contains(file.toRealPath().toString(), "in use by another process");
      store.save(Records.begun(2)).join();
    }

    assertThat(another(file)).isEqualTo("opened with 2");
    JobStore.journal(file).close();
  }

  @Test
  void a_journal_that_could_not_be_opened_is_not_locked_either() throws IOException {
    Path file = Files.writeString(directory.resolve("jobs.journal"), "my diary, not yours");
    assertThatThrownBy(() -> JobStore.journal(file)).isInstanceOf(UncheckedIOException.class);
    Files.delete(file);

    JobStore.journal(file).close();
  }
}
