// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.all;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.ProviderStatus;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModulePathTest {
  private static final List<String> PROVIDERS =
      List.of(
          "aihorde",
          "bfl",
          "cloudflare",
          "elevenlabs",
          "fal",
          "google",
          "ideogram",
          "kling",
          "leonardo",
          "luma",
          "openai",
          "recraft",
          "replicate",
          "runway",
          "sunoapi",
          "ttapi",
          "vidu");

  private static final List<String> ON_MODULE_PATH =
      List.of(
          "mediagen-core",
          "mediagen-providers",
          "okhttp",
          "okio",
          "kotlin-stdlib",
          "annotations",
          "jackson",
          "slf4j-api",
          "failsafe",
          "jspecify",
          "mediagen-provider-");

  @Test
  void all_adapters_are_found_on_the_class_path() {
    try (MediaClient client = MediaClient.builder().environment(Map.of()).build()) {
      assertThat(client.providers())
          .extracting(ProviderStatus::id)
          .containsExactlyInAnyOrderElementsOf(PROVIDERS);
    }
  }

  /** Resources of named modules are closed to others unless their package is opened. */
  @Test
  void catalogues_can_be_read_on_the_module_path() throws IOException, InterruptedException {
    Map<Boolean, List<String>> entries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("test-classes"))
            .collect(Collectors.groupingBy(ModulePathTest::isModule));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                String.join(File.pathSeparator, entries.get(true)),
                "--add-modules",
                PROVIDERS.stream()
                    .map("dev.mediagen.provider."::concat)
                    .collect(Collectors.joining(",")),
                "--class-path",
                Path.of("target", "test-classes").toString(),
                Main.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(output)
        .contains("models of " + String.join(", ", PROVIDERS) + " from named modules");
  }

  private static boolean isModule(String entry) {
    String name = Path.of(entry).getFileName().toString();
    boolean classes = entry.endsWith("classes") && entry.contains("mediagen");
    return classes
        ? ON_MODULE_PATH.stream().anyMatch(entry::contains) && !entry.contains("testkit")
        : ON_MODULE_PATH.stream().anyMatch(name::startsWith);
  }

  /** Runs in the other process. */
  public static final class Main {
    public static void main(String[] arguments) {
      try (MediaClient client = MediaClient.builder().environment(Map.of()).build()) {
        String providers =
            client.models().stream()
                .map(model -> model.id().provider())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        System.out.println(
            "models of "
                + providers
                + (MediaClient.class.getModule().isNamed() ? " from named modules" : ""));
      }
    }
  }
}
