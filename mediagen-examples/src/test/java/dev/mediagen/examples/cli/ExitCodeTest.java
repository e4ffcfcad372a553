// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.ScriptedVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExitCodeTest {
  private static final String MODELS =
      """
      [{"id": "sketch-image", "modality": "image",
        "input_schema": {"properties": {"prompt": {"type": "string"}}}}]
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyKindOfFailureHasACodeThatTheHelpExplains(ErrorKind kind) {
    assertThat(ExitCode.of(kind)).isNotIn(ExitCode.DONE, ExitCode.UNEXPECTED);
    assertThat(ExitCode.help()).containsKey("%4d".formatted(ExitCode.of(kind).code()));
  }

  @Test
  void wrongUsageAndInvalidRequestsAreTwo() throws IOException {
    Path garbage = Files.writeString(folder.resolve("garbage.json"), "{\"kind\":");
    Path unknown = Files.writeString(folder.resolve("unknown.json"), "{\"kind\":\"opera\"}");

    assertRefused("prompt", "generate", "image", "");
    assertRefused("no provider nope", "generate", "image", "a fox", "--model", "nope/x");
    assertRefused("is no file that exists", "generate", "upscale", "missing.png");
    assertRefused("no such file", "run", "missing.json");
    assertRefused("is not JSON", "run", garbage.toString());
    assertRefused("opera", "run", unknown.toString());
    assertRefused("option fail", "generate", "image", "a fox", "--option", "fail=perhaps");
    assertRefused("'--seed'", "generate", "image", "a fox", "--seed", "seven");
    assertRefused("points[0].y", "generate", "segment", "a.png", "--point", "1,b");
    assertRefused("points[0]", "generate", "segment", "a.png", "--point", "1,2,on,4");
    assertRefused("say what to make", "generate");
    assertRefused("say what to do");
    assertRefused("no model", "models", "nope/nothing");
  }

  private void assertRefused(String why, String... arguments) {
    Cli.Outcome outcome = Cli.run(arguments);
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err()).contains("error: ").contains(why).doesNotContain("\tat ");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aMissingKeyIsThreeAndIsNamed() {
    Cli.Outcome outcome = Cli.run("generate", "image", "a fox", "--model", "fal/fal-ai/flux/dev");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err()).contains("FAL_KEY");
  }

  @ParameterizedTest
  @CsvSource({"content_filtered,4", "internal,5", "out_of_memory,5"})
  void outcomesCanBeRehearsedWithTheLocalModels(String failure, int code) {
    Cli.Outcome outcome =
        Cli.run(
            "generate", "image", "a fox", "--option", "fail=" + failure, "--out", out("rehearsal"));
    assertThat(outcome.exit()).isEqualTo(code);
    assertThat(outcome.err()).contains("error: local/sketch-image");
  }

  @Test
  void aTimeoutIsSixAndPrintsWhatResumesTheJob() throws IOException {
    try (ScriptedVendor vendor = new ScriptedVendor()) {
      vendor.on("GET /models", Reply.json(MODELS));
      vendor.on("PUT /predictions/*", Reply.json(202, "{\"id\":\"j1\",\"status\":\"starting\"}"));
      vendor.on("GET /predictions/*", Reply.json("{\"id\":\"j1\",\"status\":\"processing\"}"));
      String[] generate = {"generate", "image", "a fox", "--timeout", "0.2", "--out", out("late")};

      Cli.Outcome late = Cli.run(() -> worker(vendor), generate);

      assertThat(late.exit()).as(late.err()).isEqualTo(6);
      String command =
          late.err().lines().filter(l -> l.startsWith("mediagen resume")).findFirst().orElseThrow();
      String handle = command.substring(command.indexOf('\'') + 1, command.lastIndexOf('\''));
      vendor.on(
          "GET /predictions/*",
          Reply.json(
              "{\"id\":\"j1\",\"status\":\"succeeded\",\"output\":[\"{base}/files/f.png\"]}"));
      vendor.on("GET /files/*", Reply.png());

      Cli.Outcome resumed =
          Cli.run(() -> worker(vendor), "resume", handle, "--out", out("resumed"));

      assertThat(resumed.exit()).as(resumed.err()).isZero();
      assertThat(folder.resolve("resumed/image.png")).isNotEmptyFile();
      assertThat(vendor.calls("PUT /predictions/*")).hasSize(1);
    }
  }

  private static MediaClient worker(ScriptedVendor vendor) {
    return MediaClient.builder()
        .environment(Map.of("MEDIAGEN_LOCAL_BASE_URL", vendor.base()))
        .build();
  }

  @Test
  void anUnknownOutcomeIsSevenAndSaysWhatToLookFor() {
    try (ScriptedVendor vendor = new ScriptedVendor()) {
      vendor.on("POST /*", Reply.cut());
      Cli.Outcome outcome =
          Cli.run(
              () ->
                  MediaClient.builder()
                      .provider("fal", fal -> fal.apiKey("k").baseUrl(vendor.base()))
                      .build(),
              "generate",
              "image",
              "a fox",
              "--model",
              "fal/fal-ai/flux/dev",
              "--out",
              out("x"));
      assertThat(outcome.exit()).as(outcome.err()).isEqualTo(7);
      assertThat(outcome.err()).contains("under the id");
    }
  }

  @Test
  void whatCannotBeWrittenIsKnownBeforeAnythingIsPaidFor() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    Cli.Outcome outcome = Cli.run("generate", "image", "a fox", "--out", file + "/pictures");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("cannot write to").doesNotContain("sent");
  }

  @Test
  void traceIsShownOnlyForDebugging() {
    assertThat(Cli.run("generate", "image", "", "--debug").err()).contains("\tat ");
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }
}
