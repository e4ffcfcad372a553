// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.image.ImageResult;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A program that returns from main ends, whether it closed its client or not. */
class JvmExitTest {
  private static final String LAST_WORDS = "main returns";

  /** From the start of the JVM until main returns. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** From then on until the JVM ends: less than any pool keeps a thread it does not need. */
  private static final Duration EXIT = Duration.ofSeconds(5);

  @AutoClose private final Bench bench = new Bench();

  /** The program: makes a picture, reads it, and returns without closing anything. */
  static final class Program {
    private Program() {}

    /** Runs in a JVM of its own; its argument is the address of the vendor. */
    public static void main(String[] args) throws IOException {
      MediaClient client =
          MediaClient.builder()
              .discover(false)
              .adapter(TinyAdapter.usual())
              .environment(Map.of("TINY_API_KEY", "test-key", "MEDIAGEN_TINY_BASE_URL", args[0]))
              .build();
      ImageResult result =
          client.generate(ImageRequest.builder().model("tiny/m").prompt("a boat").build()).join();
      if (result.image().bytes().length == 0) {
        throw new IllegalStateException("nothing was made");
      }
      System.out.println(LAST_WORDS);
    }
  }

  @Test
  void the_jvm_ends_when_main_returns() throws Exception {
    bench.usual();
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
            Program.class.getName(),
            bench.vendor().base());
    program.environment().clear();
    Process process = program.redirectErrorStream(true).start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String said =
          CompletableFuture.supplyAsync(() -> lineOf(output))
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(said).isEqualTo(LAST_WORDS);

      assertThat(process.waitFor(EXIT.toSeconds(), TimeUnit.SECONDS))
          .as("the JVM ends by itself")
          .isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(bench.vendor().calls("GET /a.png")).hasSize(1);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String lineOf(BufferedReader output) {
    try {
      return String.valueOf(output.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
