// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.testkit.Reply;
import dev.mediagen.transcript.TranscriptResult;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptsTest extends OpenAiTest {
  @Test
  void times_of_words_are_read() {
    vendor.on(
        "POST /v1/audio/transcriptions",
        Reply.json(
            """
            {"duration":8.47,"language":"english","text":"kites fly","words":[
             {"word":"kites","start":0.0,"end":0.48},{"word":"fly","start":0.5,"end":1.25}]}"""));

    TranscriptResult result = make(transcript("whisper-1").timestamps("word").build());

    assertThat(body()).contains("name=\"timestamp_granularities[]\"", "verbose_json");
    assertThat(result.language()).hasValue("english");
    assertThat(result.segments()).hasSize(2);
    assertThat(result.segments().get(1).text()).isEqualTo("fly");
    assertThat(result.segments().get(1).end()).isEqualTo(Duration.ofMillis(1250));
    assertThat(result.cost().usd()).isPresent();
  }

  @Test
  void speakers_are_told_apart() {
    vendor.on(
        "POST /v1/audio/transcriptions",
        Reply.json(
            """
            {"task":"transcribe","duration":2,"text":"Up? Up.","segments":[
             {"id":"s1","start":0,"end":1,"speaker":"A","text":"Up?"},
             {"id":"s2","start":1,"end":2,"speaker":"B","text":"Up."}],
             "usage":{"type":"tokens","input_tokens":3,"output_tokens":4,
             "input_token_details":{"audio_tokens":3}}}"""));

    TranscriptResult result = make(transcript("gpt-4o-transcribe-diarize").diarize(true).build());

    assertThat(body()).contains("diarized_json", "name=\"chunking_strategy\"");
    assertThat(result.segments().get(1).speaker()).hasValue("B");
    assertThat(result.cost().units()).containsOnlyKeys("audio input tokens", "text output tokens");
  }

  @ParameterizedTest
  @CsvSource({"text, text/plain", "srt, text/plain", "vtt, text/vtt"})
  void bare_text_is_the_transcript(String format, String type) {
    vendor.on("POST /v1/audio/transcriptions", Reply.text(200, type, "1\n00:00 up\n"));

    TranscriptResult result = make(transcript("whisper-1").outputFormat(format).build());

    assertThat(result.text()).isEqualTo("1\n00:00 up\n");
  }

  @Test
  void silence_is_no_failure() {
    vendor.on("POST /v1/audio/transcriptions", Reply.json("{\"text\":\"\"}"));

    assertThat(make(transcript("gpt-transcribe").build()).text()).isEmpty();
  }

  @Test
  void english_is_another_call() {
    vendor.on("POST /v1/audio/translations", Reply.json("{\"text\":\"up\"}"));

    make(transcript("whisper-1").translate(true).build());

    assertThat(vendor.calls("POST /v1/audio/translations")).hasSize(1);
  }

  @Test
  void a_transcript_costs_by_the_minute() {
    vendor.on(
        "POST /v1/audio/transcriptions",
        Reply.json("{\"text\":\"up\",\"usage\":{\"type\":\"duration\",\"seconds\":90}}"));

    assertThat(make(transcript("gpt-transcribe").build()).cost().usd())
        .hasValue(new BigDecimal("0.00675"));
  }
}
