// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.kling;

import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.sound.SoundRequest;
import dev.mediagen.testkit.GoldenCalls;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to Kling, pinned call by call. */
class KlingCallsTest {
  private static final MediaSource PICTURE = MediaSource.url("https://pics.example/boat.png");
  private static final MediaSource FILM = MediaSource.url("https://pics.example/boat.mp4");
  private static final MediaSource SOUND = MediaSource.url("https://pics.example/boat.mp3");

  @AutoClose private final GoldenCalls calls = new GoldenCalls(new KlingProvider());
  @TempDir Path folder;

  private static VideoRequest.Builder video(String model) {
    return VideoRequest.builder().model("kling/" + model);
  }

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("kling/" + model).prompt("a boat");
  }

  private void add(String title, MediaRequest<?> request) {
    calls.add(title, request);
  }

  @Test
  void videos_of_the_newer_api() throws IOException {
    Path file = Files.write(folder.resolve("boat.png"), Samples.png());
    add("the least", video("kling-3.0").prompt("a boat").build());
    add(
        "all of text to video",
        video("kling-3.0")
            .prompt("a boat")
            .duration(Duration.ofSeconds(15))
            .aspectRatio("9:16")
            .resolution("4k")
            .audio(true)
            .option("multi_shot", false)
            .option("watermark", true)
            .build());
    add(
        "frames by file and by bytes",
        video("kling-2.6")
            .prompt("a boat")
            .resolution("1080p")
            .firstFrame(MediaSource.file(file))
            .lastFrame(MediaSource.bytes(Samples.png(), "image/png"))
            .build());
    add(
        "a shape beside a first frame",
        video("kling-3.0").prompt("a boat").aspectRatio("1:1").firstFrame(PICTURE).build());
    add("a last frame alone", video("kling-3.0").prompt("a boat").lastFrame(PICTURE).build());
    add(
        "references and an element",
        video("kling-3.0-omni")
            .prompt("@element_1 rows the boat of @image_1")
            .aspectRatio("16:9")
            .reference(Reference.of(PICTURE))
            .reference(Reference.of(MediaSource.stored("163")))
            .build());
    add("a video to be edited", video("kling-o1").prompt("make it night").source(FILM).build());
    add("no shape at all", video("kling-3.0-omni").prompt("a boat").build());
    add(
        "motion control",
        video("motion-control/kling-3.0")
            .firstFrame(PICTURE)
            .source(FILM)
            .resolution("1080p")
            .option("character_orientation", "video")
            .build());
    add(
        "a model that is not listed",
        video("kling-4.0").prompt("a boat").duration(Duration.ofSeconds(30)).build());
    calls.check("KlingCalls.videos.http");
  }

  @Test
  void the_older_api() {
    add("the least", video("kling-v1").prompt("a boat").build());
    add(
        "all of text to video",
        video("kling-v1-6")
            .prompt("a boat")
            .negativePrompt("fog")
            .duration(Duration.ofSeconds(10))
            .aspectRatio("16:9")
            .resolution("1080p")
            .guidance(0.7)
            .option("camera_control", Map.of("type", "forward_up"))
            .build());
    add(
        "a first and a last frame",
        video("kling-v2-1").firstFrame(PICTURE).lastFrame(PICTURE).resolution("1080p").build());
    add(
        "several pictures",
        video("kling-v1-6")
            .prompt("a boat")
            .reference(Reference.of(PICTURE))
            .reference(Reference.of(MediaSource.bytes(Samples.png(), "image/png")))
            .build());
    add("an extension", video("kling-v1-6").prompt("on").source(MediaSource.stored("v-1")).build());
    add(
        "sound and fifteen seconds",
        video("kling-v3").prompt("a boat").audio(true).duration(Duration.ofSeconds(15)).build());
    add(
        "lips that follow a recording",
        video("lip-sync").source(MediaSource.stored("v-1")).soundtrack(SOUND).build());
    add(
        "lips that follow a text",
        video("lip-sync").source(FILM).prompt("ahoy").option("voice_id", "girl").build());
    add(
        "an avatar",
        video("avatar").firstFrame(PICTURE).soundtrack(SOUND).resolution("1080p").build());
    add("a picture", image("kling-v3").resolution("2k").aspectRatio("21:9").count(9).build());
    add(
        "a picture like another",
        image("kling-v2-1").source(PICTURE).option("image_reference", "subject").build());
    add(
        "a picture of several",
        image("kling-image-o1")
            .reference(Reference.of(PICTURE))
            .reference(Reference.of(PICTURE))
            .resolution("4k")
            .build());
    add(
        "a picture made larger",
        image("expand")
            .source(PICTURE)
            .option("up_expansion_ratio", 0.5)
            .option("down_expansion_ratio", 0)
            .option("left_expansion_ratio", 0)
            .option("right_expansion_ratio", 0.5)
            .build());
    add(
        "a garment",
        ImageRequest.builder()
            .model("kling/kolors-virtual-try-on-v1-5")
            .source(PICTURE)
            .reference(Reference.of(PICTURE))
            .build());
    add(
        "sound from text",
        SoundRequest.builder()
            .model("kling/text-to-audio")
            .prompt("gulls")
            .duration(Duration.ofSeconds(5))
            .build());
    add(
        "sound for a video",
        SoundRequest.builder().model("kling/video-to-audio").prompt("gulls").source(FILM).build());
    calls.check("KlingCalls.older.http");
  }
}
