// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOX =
      "{\"kind\":\"image\",\"model\":\"local/sketch-image\",\"prompt\":\"a fox\",\"width\":64,"
          + "\"height\":64}";

  @TempDir Path folder;

  @Test
  void jsonOutputIsOneObjectWithTheFiles() throws IOException {
    Cli.Outcome outcome =
        Cli.run("generate", "image", "a fox", "--count", "2", "--json", "--out", out());

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    JsonNode result = JSON.readTree(outcome.out());
    assertThat(result.path("kind").asText()).isEqualTo("image");
    assertThat(result.path("cost").path("source").asText()).isEqualTo("estimated");
    assertThat(result.path("files")).hasSize(2);
    result.path("files").forEach(file -> assertThat(Path.of(file.asText())).isNotEmptyFile());
  }

  @Test
  void aFileNameIsTakenAsItIs() {
    Path file = folder.resolve("deep/fox.png");
    Cli.Outcome outcome = Cli.run("generate", "image", "a fox", "--out", file.toString());
    assertThat(outcome.out().strip()).isEqualTo(file.toString());
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void whatIsTranscribedIsPrintedAndKept() throws IOException {
    Path speech = folder.resolve("speech.wav");
    assertThat(Cli.run("generate", "speech", "good evening", "--out", speech.toString()).exit())
        .isZero();

    Cli.Outcome outcome = Cli.run("generate", "transcript", speech.toString(), "--out", out());

    assertThat(outcome.out().strip()).isEqualTo("good evening");
    assertThat(folder.resolve("transcript.txt")).content().isEqualTo("good evening\n");
  }

  @Test
  void severalRequestsAreNumberedAndTheFirstFailureDecides() throws IOException {
    String broken = FOX.replace("}", ",\"options\":{\"fail\":\"content_filtered\"}}");
    Path file = write("[" + FOX + "," + broken + "," + FOX + "]");

    Cli.Outcome outcome = Cli.run("run", file.toString(), "--json", "--out", out());

    assertThat(outcome.exit()).isEqualTo(4);
    assertThat(names(outcome.out())).containsExactly("image-1", "image-3");
    assertThat(folder.resolve("image-1.png")).isNotEmptyFile();
    assertThat(folder.resolve("image-3.png")).isNotEmptyFile();
  }

  @Test
  void nothingIsSentWhenOneOfManyIsWrong() throws IOException {
    Path file = write("[" + FOX + "," + FOX.replace("a fox", "") + "]");
    Cli.Outcome outcome = Cli.run("run", file.toString(), "--out", out());
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).doesNotContain("sent");
    assertThat(folder.resolve("image-1.png")).doesNotExist();
  }

  @Test
  void explainShowsTheCallAndThePriceAndSendsNothing() throws IOException {
    Cli.Outcome text =
        Cli.run("explain", "image", "a fox", "--model", "fal/fal-ai/flux/schnell", "--count", "2");
    assertThat(text.exit()).as(text.err()).isZero();
    assertThat(text.out())
        .contains("POST https://queue.fal.run/fal-ai/flux/schnell")
        .contains("\"num_images\" : 2")
        .contains("price:   $0.006");

    JsonNode json = JSON.readTree(Cli.run("explain", write(FOX).toString(), "--json").out());
    assertThat(json.path("calls").path(0).path("method").asText()).isEqualTo("PUT");
    assertThat(json.path("quote").path("usd").asInt()).isZero();
  }

  private static List<String> names(String lines) {
    return lines
        .lines()
        .map(
            line -> {
              try {
                return JSON.readTree(line).path("name").asText();
              } catch (IOException e) {
                throw new AssertionError(line, e);
              }
            })
        .toList();
  }

  private Path write(String json) throws IOException {
    return Files.writeString(folder.resolve("request.json"), json);
  }

  private String out() {
    return folder.toString();
  }
}
