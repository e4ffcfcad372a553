// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.testkit.GoldenCalls;
import dev.mediagen.testkit.Samples;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.video.VideoRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to Google, pinned call by call. */
class GoogleCallsTest {
  private static final MediaSource PNG = MediaSource.bytes(Samples.png(), "image/png");
  private static final MediaSource FILE =
      MediaSource.stored("https://generativelanguage.googleapis.com/v1beta/files/abc");

  @AutoClose private final GoldenCalls calls = new GoldenCalls(new GoogleProvider());
  @TempDir Path folder;

  private void add(String title, MediaRequest<?> request) {
    calls.add(title, request);
  }

  private static VideoRequest.Builder video(String model) {
    return VideoRequest.builder().model("google/" + model).prompt("a boat");
  }

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("google/" + model).prompt("a boat");
  }

  private static SpeechRequest.Builder speech(String model) {
    return SpeechRequest.builder().model("google/" + model).text("Ahoy.");
  }

  @Test
  void videos() throws IOException {
    Path file = Files.write(folder.resolve("boat.png"), Samples.png());
    add("the least", video("gemini-omni-1.2-flash").build());
    add(
        "everything, and two frames",
        video("gemini-omni-1.2-flash")
            .duration(Duration.ofMillis(7500))
            .aspectRatio("16:9")
            .resolution("4k")
            .seed(7)
            .firstFrame(MediaSource.file(file))
            .lastFrame(PNG)
            .build());
    add(
        "references",
        video("gemini-omni-1.1-flash")
            .reference(Reference.of(PNG))
            .reference(Reference.of(FILE))
            .build());
    add("an edit", video("gemini-omni-1.2-flash").source(FILE).build());
    add(
        "an extension",
        video("gemini-omni-1.2-flash").source(FILE).option("task", "extend").build());
    add(
        "one model has no last frame",
        video("gemini-omni-1.1-flash").firstFrame(PNG).lastFrame(PNG).build());
    add("Veo, the least", video("veo-3.1-generate-001").build());
    add(
        "Veo, everything",
        video("veo-3.1-fast-generate-001")
            .negativePrompt("text")
            .duration(Duration.ofSeconds(8))
            .aspectRatio("9:16")
            .resolution("4k")
            .audio(true)
            .count(2)
            .seed(7)
            .firstFrame(PNG)
            .lastFrame(MediaSource.stored("gs://b/last.png"))
            .option("personGeneration", "allow_adult")
            .option("storageUri", "gs://b/out/")
            .build());
    add(
        "Veo, references",
        video("veo-3.1-generate-001")
            .duration(Duration.ofSeconds(8))
            .reference(Reference.of(PNG))
            .build());
    add(
        "Veo, references take their time",
        video("veo-3.1-generate-001")
            .duration(Duration.ofSeconds(4))
            .reference(Reference.of(PNG))
            .build());
    add("a model that is gone", video("veo-2.0-generate-001").build());
    calls.check("GoogleCalls.videos.http");
  }

  @Test
  void pictures() {
    add("the least", image("gemini-nano-banana-2.1").build());
    add(
        "everything",
        image("gemini-nano-banana-2.1")
            .aspectRatio("8:1")
            .resolution("4k")
            .seed(7)
            .source(PNG)
            .reference(Reference.of(FILE))
            .option("thinkingLevel", "high")
            .build());
    add("a shape that one model lacks", image("gemini-3-pro-image").aspectRatio("8:1").build());
    add(
        "a size that one model lacks",
        image("gemini-3.1-flash-lite-image").resolution("4k").build());
    add("a model that is gone", image("imagen-4.0-generate-001").build());
    calls.check("GoogleCalls.pictures.http");
  }

  @Test
  void sound() {
    add("speech, the least", speech("gemini-3.8-flash-tts").build());
    add(
        "speech, everything",
        speech("gemini-3.8-flash-tts")
            .voice("Puck")
            .language("en-GB")
            .style("cheerful")
            .outputFormat("mulaw")
            .build());
    add("speech of the model before", speech("gemini-2.5-flash-preview-tts").voice("Kore").build());
    add(
        "music",
        MusicRequest.builder()
            .model("google/lyria-3.5")
            .prompt("calm piano")
            .reference(Reference.of(PNG))
            .build());
    add(
        "music at Vertex",
        MusicRequest.builder()
            .model("google/lyria-002")
            .prompt("calm piano")
            .negativePrompt("drums")
            .seed(7)
            .build());
    add(
        "a transcript, the least",
        TranscriptRequest.builder()
            .model("google/gemini-3.5-transcribe")
            .source(MediaSource.bytes(Samples.mp3(), "audio/mpeg"))
            .build());
    add(
        "a transcript, everything",
        TranscriptRequest.builder()
            .model("google/gemini-3.5-transcribe")
            .source(FILE)
            .language("en-US")
            .timestamps("word")
            .diarize(true)
            .option("custom_vocabulary", List.of("mediagen"))
            .option("mode", "smart")
            .build());
    calls.check("GoogleCalls.sound.http");
  }
}
