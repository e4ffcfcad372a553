// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.OnUnsupported;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.model3d.Model3dRequest;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.segment.Box;
import dev.mediagen.segment.Point;
import dev.mediagen.segment.SegmentRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.video.VideoRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What is typed becomes the request that the builder would have made. */
class KindCommandTest {
  private final List<MediaRequest<?>> requests = new ArrayList<>();

  @Test
  void aPromptIsEnough() {
    assertThat(read("image", "a red fox"))
        .isEqualTo(ImageRequest.builder().model("local/sketch-image").prompt("a red fox").build());
    assertThat(read("model3d", "a boat"))
        .isEqualTo(Model3dRequest.builder().model("local/sketch-3d").prompt("a boat").build());
  }

  @Test
  void textAndSourceStandWhereThePromptStands() {
    assertThat(read("speech", "Good evening."))
        .isEqualTo(
            SpeechRequest.builder().model("local/sketch-speech").text("Good evening.").build());
    assertThat(read("transcript", "talk.wav", "--prompt", "names"))
        .isEqualTo(
            TranscriptRequest.builder()
                .model("local/sketch-transcript")
                .source(MediaSource.file(Path.of("talk.wav")))
                .prompt("names")
                .build());
  }

  @Test
  void everyFormOfParameterIsRead() {
    assertThat(
            read(
                "video",
                "waves",
                "--model",
                "fal/some/model",
                "--aspect-ratio",
                "16:9",
                "--seed",
                "7",
                "--duration",
                "5",
                "--guidance",
                "3.5",
                "--no-audio",
                "--first-frame",
                "a.png",
                "--last-frame",
                "https://example.com/b.png",
                "--reference",
                "c.png:style",
                "--reference",
                "https://example.com:8080/d.png"))
        .isEqualTo(
            VideoRequest.builder()
                .model("fal/some/model")
                .prompt("waves")
                .aspectRatio("16:9")
                .seed(7)
                .duration(Duration.ofSeconds(5))
                .guidance(3.5)
                .audio(false)
                .firstFrame(MediaSource.file(Path.of("a.png")))
                .lastFrame(MediaSource.url("https://example.com/b.png"))
                .reference(Reference.of(MediaSource.of("c.png"), Reference.Role.STYLE))
                .reference(Reference.of(MediaSource.of("https://example.com:8080/d.png")))
                .build());
  }

  @Test
  void flagsAreTrueWhenGivenAndAbsentWhenNot() {
    assertThat(((MusicRequest) read("music", "a waltz", "--instrumental")).instrumental())
        .contains(true);
    assertThat(((MusicRequest) read("music", "a waltz", "--no-instrumental")).instrumental())
        .contains(false);
    assertThat(((MusicRequest) read("music", "a waltz")).instrumental()).isEmpty();
  }

  @Test
  void pointsAndBoxesAreNumbersWithCommas() {
    SegmentRequest request =
        (SegmentRequest)
            read("segment", "a.png", "--point", "3,4", "--point", "5,6,off", "--box", "1,2,30,40");

    assertThat(request.points()).containsExactly(Point.on(3, 4), Point.off(5, 6));
    assertThat(request.boxes()).containsExactly(new Box(1, 2, 30, 40));
  }

  @Test
  void whatEveryRequestHasIsReadToo() {
    MediaRequest<?> request =
        read(
            "image",
            "a fox",
            "--fallback",
            "fal/x",
            "--fallback",
            "openai/y",
            "--option",
            "tiles=true",
            "--option",
            "size={\"w\":1}",
            "--option",
            "mood=calm seas",
            "--on-unsupported",
            "snap",
            "--timeout",
            "1.5");

    assertThat(request.fallbacks()).containsExactly(ModelId.of("fal/x"), ModelId.of("openai/y"));
    assertThat(request.options())
        .containsOnly(
            entry("tiles", true), entry("size", Map.of("w", 1)), entry("mood", "calm seas"));
    assertThat(request.onUnsupported()).isEqualTo(OnUnsupported.SNAP);
    assertThat(request.timeout()).contains(Duration.ofMillis(1500));
  }

  @ParameterizedTest
  @CsvSource({"5,PT5S", "2.5,PT2.5S", "90s,PT1M30S", "3m,PT3M", "PT7S,PT7S"})
  void durationsAreReadAsPeopleWriteThem(String typed, Duration meant) {
    assertThat(((VideoRequest) read("video", "waves", "--duration", typed)).duration())
        .contains(meant);
  }

  private MediaRequest<?> read(String... arguments) {
    requests.clear();
    CommandLine line = new CommandLine(CommandSpec.create().name("generate"));
    KindCommand.addAll(
        line,
        (kind, request, output) -> {
          requests.add(request);
          return 0;
        });
    StringWriter err = new StringWriter();
    line.setCaseInsensitiveEnumValuesAllowed(true).setErr(new PrintWriter(err));
    assertThat(line.execute(arguments)).as("%s", err).isZero();
    return requests.get(0);
  }
}
