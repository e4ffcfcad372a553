// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.vidu;

import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.sound.SoundRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.testkit.GoldenCalls;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to Vidu, pinned call by call. */
class ViduCallsTest {
  private static final MediaSource PICTURE = MediaSource.url("https://pics.example/boat.png");
  private static final List<Map<String, Object>> SUBJECTS =
      List.of(
          new TreeMap<>(Map.of("id", "1", "images", List.of("https://pics.example/boat.png"))),
          new TreeMap<>(Map.of("id", "2", "images", List.of("https://pics.example/sea.png"))));

  @AutoClose private final GoldenCalls calls = new GoldenCalls(new ViduProvider());
  @TempDir Path folder;

  private static VideoRequest.Builder video(String model) {
    return VideoRequest.builder().model("vidu/" + model);
  }

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("vidu/" + model).prompt("a boat");
  }

  private static SoundRequest.Builder sound() {
    return SoundRequest.builder().model("vidu/audio1.0");
  }

  private void add(String title, MediaRequest<?> request) {
    calls.add(title, request);
  }

  @Test
  void videos_of_text_and_frames() throws IOException {
    Path file = Files.write(folder.resolve("boat.png"), Samples.png());
    MediaSource bytes = MediaSource.bytes(Samples.png(), "image/png");
    add("the least", video("viduq3-turbo").prompt("a paper boat on a lake").build());
    add(
        "all of text to video",
        video("viduq3-pro")
            .prompt("a boat")
            .duration(Duration.ofSeconds(8))
            .aspectRatio("9:16")
            .resolution("1080p")
            .seed(7)
            .audio(true)
            .option("off_peak", false)
            .option("watermark", true)
            .option("wm_position", 1)
            .option("wm_url", "https://pics.example/mark.png")
            .option("meta_data", "{}")
            .option("payload", "job-1")
            .build());
    add(
        "a style and music",
        video("viduq1")
            .prompt("a boat")
            .style("anime")
            .option("bgm", true)
            .option("movement_amplitude", "large")
            .build());
    add("a first frame", video("viduq3-turbo").firstFrame(PICTURE).build());
    add(
        "a first frame by file, and a voice",
        video("viduq2-pro")
            .firstFrame(MediaSource.file(file))
            .audio(true)
            .option("audio_type", "speech_only")
            .option("voice_id", "made-up-voice")
            .build());
    add(
        "both frames, by URL and by bytes",
        video("viduq2-turbo")
            .prompt("a boat")
            .firstFrame(PICTURE)
            .lastFrame(bytes)
            .duration(Duration.ofSeconds(5))
            .resolution("720p")
            .option("is_rec", true)
            .build());
    add("two of them", video("vidu2.0").firstFrame(PICTURE).count(2).build());
    add("nothing at all", video("viduq3-pro").build());
    add("a shape beside a frame", video("viduq1").firstFrame(PICTURE).aspectRatio("1:1").build());
    add("a last frame alone", video("viduq3-pro").prompt("a boat").lastFrame(PICTURE).build());
    add("no first frame", video("viduq2-turbo").prompt("a boat").build());
    add("music of a model without", video("viduq3").prompt("a boat").option("bgm", true).build());
    add(
        "music that is too long",
        video("viduq2")
            .prompt("a boat")
            .duration(Duration.ofSeconds(9))
            .option("bgm", true)
            .build());
    add("sound of a text", video("viduq2").prompt("a boat").audio(true).build());
    add(
        "eight seconds at 1080p",
        video("vidu2.0")
            .firstFrame(PICTURE)
            .duration(Duration.ofSeconds(8))
            .resolution("1080p")
            .build());
    add(
        "what the model does not take",
        video("viduq1").prompt("a boat").negativePrompt("fog").resolution("4k").build());
    add(
        "a model that is not listed",
        video("viduq4").prompt("a boat").duration(Duration.ofSeconds(30)).build());
    calls.check("ViduCalls.frames.http");
  }

  @Test
  void videos_of_references() {
    add(
        "pictures",
        video("viduq3")
            .prompt("a boat at sea")
            .reference(Reference.of(PICTURE))
            .reference(Reference.of(MediaSource.bytes(Samples.png(), "image/png")))
            .duration(Duration.ofSeconds(3))
            .aspectRatio("4:3")
            .audio(false)
            .build());
    add(
        "subjects",
        video("viduq2")
            .prompt("@1 and @2 meet")
            .duration(Duration.ofSeconds(5))
            .resolution("720p")
            .aspectRatio("16:9")
            .audio(true)
            .option("subjects", SUBJECTS)
            .build());
    add(
        "subjects for a model without",
        video("viduq3-mix").prompt("a boat").option("subjects", SUBJECTS).build());
    add("none", video("viduq3").prompt("a boat").build());
    add("no prompt", video("viduq1").reference(Reference.of(PICTURE)).build());
    add(
        "both kinds of pictures",
        video("viduq3-turbo")
            .prompt("a boat")
            .firstFrame(PICTURE)
            .reference(Reference.of(PICTURE))
            .build());
    add(
        "too many",
        video("vidu2.0")
            .prompt("a boat")
            .addAllReferences(Collections.nCopies(4, Reference.of(PICTURE)))
            .build());
    calls.check("ViduCalls.references.http");
  }

  @Test
  void pictures_sounds_and_speech() {
    add("the least picture", image("viduq2").build());
    add(
        "all of a picture",
        image("viduq2")
            .reference(Reference.of(PICTURE))
            .reference(Reference.of(MediaSource.bytes(Samples.png(), "image/png")))
            .aspectRatio("auto")
            .resolution("4K")
            .seed(7)
            .option("payload", "job-1")
            .build());
    add("a reference that is missing", image("viduq1").build());
    add("the least sound", sound().prompt("gulls").build());
    add("all of a sound", sound().prompt("gulls").duration(Duration.ofSeconds(2)).seed(7).build());
    add(
        "sounds at their times",
        sound()
            .duration(Duration.ofSeconds(10))
            .option(
                "timing_prompts",
                List.of(new TreeMap<>(Map.of("from", 0, "to", 3, "prompt", "gulls"))))
            .build());
    add("a sound of nothing", sound().build());
    add("a sound that is too long", sound().prompt("x").duration(Duration.ofSeconds(11)).build());
    add(
        "all of speech",
        SpeechRequest.builder()
            .model("vidu/audio-tts")
            .text("Ahoy <#0.5#> there")
            .voice("made-up-voice")
            .speed(0.5)
            .option("voice_setting_volume", 5)
            .option("voice_setting_pitch", -3)
            .option("voice_setting_emotion", "happy")
            .build());
    add(
        "speech without a voice",
        SpeechRequest.builder().model("vidu/audio-tts").text("Ahoy").build());
    calls.check("ViduCalls.others.http");
  }
}
