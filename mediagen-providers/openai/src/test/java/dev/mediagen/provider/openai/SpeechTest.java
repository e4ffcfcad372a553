// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.speech.SpeechResult;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTest extends OpenAiTest {
  @ParameterizedTest
  @CsvSource({
    "audio/wav, , audio/wav",
    "audio/flac; rate=1, , audio/flac",
    "application/octet-stream, , audio/mpeg",
    "application/octet-stream, pcm, audio/pcm",
  })
  void the_header_names_the_recording(String header, @Nullable String format, String expected)
      throws IOException {
    byte[] sound = {1, 2, 3, 4};
    vendor.on("POST /v1/audio/speech", Reply.bytes(200, header, sound));
    SpeechRequest.Builder request = speech("tts-1");

    SpeechResult result =
        make(format == null ? request.build() : request.outputFormat(format).build());

    assertThat(result.audio().mediaType()).isEqualTo(expected);
    assertThat(result.audio().bytes()).isEqualTo(sound);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/html", "text/event-stream"})
  void what_is_no_recording_is_not_taken_for_one(String type) {
    vendor.on("POST /v1/audio/speech", Reply.text(200, type, "{\"ok\":true}"));

    assertThatThrownBy(() -> make(speech("tts-1").build()))
        .isInstanceOf(MediaException.class)
        .extracting(e -> ((MediaException) e).kind())
        .isEqualTo(ErrorKind.PROTOCOL);
  }

  @Test
  void a_custom_voice_goes_as_an_object() {
    vendor.on("POST /v1/audio/speech", Reply.bytes(200, "audio/mpeg", Samples.mp3()));

    make(speech("gpt-4o-mini-tts").voice("voice_1234").build());

    assertThat(body()).contains("\"voice\":{\"id\":\"voice_1234\"}");
  }
}
