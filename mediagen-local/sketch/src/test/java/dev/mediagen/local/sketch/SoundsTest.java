// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundsTest extends WorkerTest {
  private static final String SAID = "Hello. This is a test, and it is short.";

  /** The loudest sample and the mean, each from 0 to 1. */
  private static double[] levels(byte[] file, double seconds) throws Exception {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      double length = in.getFrameLength() / (double) in.getFormat().getFrameRate();
      assertThat(length).isBetween(seconds - 0.05, seconds + 0.05);
      ByteBuffer samples = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      double peak = 0;
      double sum = 0;
      int count = 0;
      for (; samples.remaining() > 1; count++) {
        double level = Math.abs(samples.getShort() / 32768.0);
        peak = Math.max(peak, level);
        sum += level;
      }
      return new double[] {peak, sum / count};
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a calm piano piece", "fast techno", "sad strings at night"})
  void musicIsHeardAndNotClipped(String prompt) throws Exception {
    byte[] file = worker.file("sketch-music", Worker.prompt(prompt, 1).put("duration", 3));
    double[] levels = levels(file, 3);
    assertThat(levels[0]).isBetween(0.5, 0.95);
    assertThat(levels[1]).isGreaterThan(0.01);
  }

  @Test
  void seedTempoAndWordsChangeTheMusic() throws Exception {
    ObjectNode input = Worker.prompt("a happy tune", 1).put("duration", 2);
    byte[] first = worker.file("sketch-music", input);
    assertThat(worker.file("sketch-music", input)).isEqualTo(first);
    assertThat(worker.file("sketch-music", input.deepCopy().put("seed", 2))).isNotEqualTo(first);
    assertThat(worker.file("sketch-music", input.deepCopy().put("tempo", 60))).isNotEqualTo(first);
    assertThat(worker.file("sketch-music", input.put("style", "lullaby"))).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rain",
        "wind",
        "waves",
        "thunder",
        "a church bell",
        "an alarm",
        "steps",
        "birds",
        "engine"
      })
  void soundIsHeardAndNotClipped(String prompt) throws Exception {
    byte[] file = worker.file("sketch-sound", Worker.prompt(prompt, 1).put("duration", 2));
    double[] levels = levels(file, 2);
    assertThat(levels[0]).isBetween(0.5, 0.95);
    assertThat(levels[1]).isGreaterThan(0.002);
  }

  @Test
  void seedChangesTheSound() throws Exception {
    ObjectNode input = Worker.prompt("rain on a roof", 1).put("duration", 1);
    byte[] first = worker.file("sketch-sound", input);
    assertThat(worker.file("sketch-sound", input)).isEqualTo(first);
    assertThat(worker.file("sketch-sound", input.put("seed", 2))).isNotEqualTo(first);
  }

  @Test
  void speechIsSpokenAndWrittenDownAgain() throws Exception {
    JsonNode speech = worker.output("sketch-speech", Worker.input().put("text", SAID));
    byte[] file = worker.fetch(speech);
    double[] levels = levels(file, speech.get("duration").asDouble());
    assertThat(levels[0]).isBetween(0.2, 0.999);
    JsonNode transcript =
        worker.output("sketch-transcript", Worker.input().set("source", speech.get("url")));
    assertThat(transcript.get("text").asText()).isEqualTo(SAID);
    assertThat(transcript.get("language").asText()).isEqualTo("en");
    JsonNode last = transcript.get("segments").get(transcript.get("segments").size() - 1);
    assertThat(last.get("text").asText()).isEqualTo("short.");
    assertThat(last.get("end").asDouble()).isEqualTo(speech.get("duration").asDouble());
  }

  @Test
  void sameTextGivesSameSpeechAndSpeedShortensIt() throws Exception {
    ObjectNode input = Worker.input().put("text", "One two three four.");
    byte[] first = worker.file("sketch-speech", input);
    assertThat(worker.file("sketch-speech", input)).isEqualTo(first);
    assertThat(worker.file("sketch-speech", input.put("speed", 2)).length)
        .isLessThan(first.length * 3 / 4);
  }

  @Test
  void textWithoutAnySoundFailsPlainly() throws Exception {
    JsonNode job = worker.end(worker.submit("sketch-speech", Worker.input().put("text", "…")));
    assertThat(job.get("status").asText()).isEqualTo("failed");
    assertThat(job.get("error_code").asText()).isEqualTo("unsupported_input");
  }

  @Test
  void otherAudioIsNotTranscribed() throws Exception {
    JsonNode music = worker.output("sketch-music", Worker.prompt("jazz", 1).put("duration", 1));
    JsonNode job =
        worker.end(
            worker.submit("sketch-transcript", Worker.input().set("source", music.get("url"))));
    assertThat(job.get("status").asText()).isEqualTo("failed");
    assertThat(job.get("error").asText()).contains("recognises no speech");
  }
}
