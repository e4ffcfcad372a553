// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaKind;
import dev.mediagen.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"", "generate", "demo", "explain", "run", "resume", "models", "providers"})
  void everyCommandTellsItsExitCodes(String command) {
    Cli.Outcome outcome = command.isEmpty() ? Cli.run("--help") : Cli.run(command, "--help");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("Usage: mediagen").contains("7   outcome unknown");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindHasAnExampleThatIsValid(MediaKind kind) throws IOException {
    Files.write(folder.resolve("image.png"), Samples.png());
    Files.write(folder.resolve("speech.wav"), Samples.wav());
    List<String> arguments = new ArrayList<>(List.of("explain", kind.word()));
    WORD.matcher(Kinds.example(kind))
        .results()
        .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
        .map(word -> word.replaceFirst("^out/", folder + "/"))
        .forEach(arguments::add);

    Cli.Outcome outcome = Cli.run(arguments.toArray(String[]::new));

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(Cli.run("generate", kind.word(), "--help").out()).contains(Kinds.example(kind));
  }

  @Test
  void modelsAreListedAndFiltered() {
    String all = Cli.run("models").out();
    assertThat(all).contains("local/sketch-image").contains("fal/fal-ai/flux/dev");
    assertThat(Cli.run("models", "--kind", "music", "--provider", "local").out().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("local/sketch-music")
        .contains("$0 per request");
  }

  @Test
  void aModelIsToldInFull() {
    assertThat(Cli.run("models", "fal/fal-ai/flux/schnell").out())
        .contains("one of jpeg, png")
        .contains("when aspectRatio is given: leave out width, height")
        .contains("$0.003 per image")
        .contains("as of 2026-08-01");
  }

  @Test
  void providersNameTheVariableThatIsMissing() {
    assertThat(Cli.run("providers").out())
        .containsPattern("local +Local workers +configured")
        .containsPattern("fal +fal +missing: FAL_KEY");
  }
}
