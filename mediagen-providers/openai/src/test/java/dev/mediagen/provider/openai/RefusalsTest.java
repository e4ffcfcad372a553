// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaRequest;
import dev.mediagen.Reference;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.error.MediaException;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest extends OpenAiTest {
  @Test
  void a_model_that_was_shut_down_is_refused_at_openai_only() {
    VideoRequest request =
        VideoRequest.builder().model("openai/sora-2-pro").prompt("a kite").build();

    try (MediaClient plain = client("")) {
      MediaException failure =
          catchThrowableOfType(MediaException.class, () -> clock.await(plain.generate(request)));
      assertThat(failure.kind()).isEqualTo(ErrorKind.RETIRED);
      assertThat(failure).hasMessageContaining("2026-09-24");
    }
    assertThat(client.explain(request).calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-image-1", "dall-e-3", "dall-e-2"})
  void pictures_of_models_that_were_shut_down_are_refused(String model) {
    try (MediaClient plain = client("")) {
      assertThatThrownBy(() -> clock.await(plain.generate(image(model).build())))
          .isInstanceOf(MediaException.class)
          .extracting(e -> ((MediaException) e).kind())
          .isEqualTo(ErrorKind.RETIRED);
    }
  }

  static List<Arguments> refused() {
    return List.of(
        Arguments.of("width", image("gpt-image-2").width(1000).height(1024).build()),
        Arguments.of("width", image("gpt-image-2").width(4096).height(1024).build()),
        Arguments.of("size", image("gpt-image-1.5").width(1920).height(1088).build()),
        Arguments.of(
            "aspectRatio",
            image("gpt-image-2").width(1024).height(1024).aspectRatio("1:1").build()),
        Arguments.of("quality", image("gpt-image-2").quality("max").build()),
        Arguments.of("outputFormat", image("gpt-image-2").outputFormat("svg").build()),
        Arguments.of("seed", image("gpt-image-2").seed(7).build()),
        Arguments.of("prompt", image("gpt-image-2").prompt("x".repeat(32_001)).build()),
        Arguments.of(
            "input_fidelity",
            image("gpt-image-2").option("input_fidelity", "high").source(PNG).build()),
        Arguments.of("option stream", image("gpt-image-2").option("stream", true).build()),
        Arguments.of(
            "option output_compression",
            image("gpt-image-2").option("output_compression", 101).outputFormat("webp").build()),
        Arguments.of("outputFormat", image("gpt-image-2").option("output_compression", 50).build()),
        Arguments.of(
            "outputFormat",
            image("gpt-image-2").background("transparent").outputFormat("jpeg").build()),
        Arguments.of("source", image("gpt-image-2").mask(PNG).reference(Reference.of(PNG)).build()),
        Arguments.of("count", image("gpt-image-2.6-flare").outputFormat("svg").count(2).build()),
        Arguments.of(
            "source", image("gpt-image-2.6-flare").outputFormat("svg").source(PNG).build()),
        Arguments.of(
            "mask", image("gpt-image-2.6-flare").outputFormat("gif").source(PNG).mask(PNG).build()),
        Arguments.of("outputFormat", image("gpt-image-2.6-flare").option("frame_count", 4).build()),
        Arguments.of(
            "outputFormat",
            image("gpt-image-2.6-flare").option("svg", Map.of("model", "m")).build()),
        Arguments.of("source", image("gpt-image-2").source(WAV).build()),
        Arguments.of("style", speech("tts-1").style("calm").build()),
        Arguments.of("speed", speech("gpt-4o-mini-tts").speed(5.0).build()),
        Arguments.of("text", speech("gpt-4o-mini-tts").text("x".repeat(4097)).build()),
        Arguments.of(
            "option stream_format",
            speech("gpt-4o-mini-tts").option("stream_format", "sse").build()),
        Arguments.of(
            "voice", SpeechRequest.builder().model("openai/tts-1").text("no voice").build()),
        Arguments.of("outputFormat", transcript("gpt-transcribe").outputFormat("srt").build()),
        Arguments.of("diarize", transcript("gpt-transcribe").diarize(true).build()),
        Arguments.of("prompt", transcript("gpt-4o-transcribe-diarize").prompt("names").build()),
        Arguments.of(
            "outputFormat",
            transcript("gpt-4o-transcribe-diarize").diarize(true).outputFormat("text").build()),
        Arguments.of(
            "outputFormat", transcript("whisper-1").timestamps("word").outputFormat("srt").build()),
        Arguments.of("language", transcript("whisper-1").translate(true).language("de").build()),
        Arguments.of(
            "source", TranscriptRequest.builder().model("openai/whisper-1").source(PNG).build()),
        Arguments.of(
            "duration",
            VideoRequest.builder()
                .model("openai/sora-2")
                .prompt("a kite")
                .duration(Duration.ofSeconds(7))
                .build()));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String field, MediaRequest<?> request) {
    InvalidRequestException failure =
        catchThrowableOfType(InvalidRequestException.class, () -> make(request));

    assertThat(failure.field()).isEqualTo(field);
    assertThat(vendor.calls()).isEmpty();
  }

  @Test
  void media_openai_does_not_make_is_refused() {
    MusicRequest request = MusicRequest.builder().model("openai/tune-1").prompt("a song").build();

    assertThatThrownBy(() -> make(request)).isInstanceOf(MediaException.class);
    assertThat(vendor.calls()).isEmpty();
  }

  @Test
  void the_names_of_the_operations_stay_as_handles_have_them() {
    assertThat(new OpenAiProvider().operations().keySet())
        .containsExactlyInAnyOrder("image", "edit", "speech", "transcript", "video");
  }
}
