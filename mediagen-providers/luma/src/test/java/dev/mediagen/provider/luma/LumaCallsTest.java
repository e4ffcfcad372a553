// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.GoldenCalls;
import dev.mediagen.testkit.Samples;
import dev.mediagen.upscale.UpscaleRequest;
import dev.mediagen.video.VideoRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to Luma, pinned call by call. */
class LumaCallsTest {
  private static final MediaSource PICTURE = MediaSource.url("https://pics.example/boat.png");
  private static final MediaSource FILM = MediaSource.url("https://pics.example/boat.mp4");
  private static final MediaSource BYTES = MediaSource.bytes(Samples.png(), "image/png");
  private static final Duration FIVE = Duration.ofSeconds(5);
  private static final Duration TEN = Duration.ofSeconds(10);

  @AutoClose private final GoldenCalls calls = new GoldenCalls(new LumaProvider());
  @TempDir Path folder;

  private static VideoRequest.Builder video(String model) {
    return VideoRequest.builder().model("luma/" + model);
  }

  private static VideoRequest.Builder ray() {
    return video("ray-3.2").prompt("a boat");
  }

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("luma/" + model).prompt("a boat");
  }

  private void add(String title, MediaRequest<?> request) {
    calls.add(title, request);
  }

  private static MediaSource job(String model, String operation) {
    return MediaSource.job(
        JobHandle.builder()
            .model(ModelId.of("luma/" + model))
            .kind(MediaKind.VIDEO)
            .operation(operation)
            .jobId("g-1")
            .stage("poll")
            .createdAt(Instant.EPOCH)
            .deadline(Instant.EPOCH.plusSeconds(60))
            .contract(1)
            .build(),
        0);
  }

  @Test
  void the_agents_api() throws IOException {
    Path file = Files.write(folder.resolve("boat.png"), Samples.png());
    add("the least video", ray().build());
    add("the least picture", image("uni-1").build());
    add(
        "all of a video",
        ray()
            .aspectRatio("21:9")
            .resolution("1080p")
            .duration(FIVE)
            .option("hdr", true)
            .option("exr_export", true)
            .option("user_id", "u")
            .build());
    add("frames", ray().firstFrame(MediaSource.file(file)).lastFrame(BYTES).build());
    add("on from a video", ray().firstFrame(job("ray-3.2", "agents")).build());
    add("up to a video", ray().lastFrame(MediaSource.stored("g-2")).build());
    add("a loop", ray().firstFrame(PICTURE).option("loop", true).build());
    add(
        "keyframes",
        ray()
            .duration(TEN)
            .option(
                "keyframes", List.of(new TreeMap<>(Map.of("url", "https://pics.example/k.png"))))
            .option("keyframe_indexes", List.of(240))
            .build());
    add(
        "an edit",
        ray()
            .source(FILM)
            .option("type", "video_edit")
            .option("strength", "flex_2")
            .resolution("720p")
            .build());
    add(
        "an edit of bytes",
        ray()
            .source(MediaSource.bytes(Samples.mp4(), "video/mp4"))
            .option("type", "video_edit")
            .option("auto_controls", true)
            .option("controls", Map.of("depth", new TreeMap<>(Map.of("enabled", true, "blur", 1))))
            .option("edit_keyframes", List.of(Map.of("generation_id", "g-3")))
            .option("edit_keyframe_indexes", List.of(0))
            .build());
    add(
        "a reframe",
        ray()
            .source(MediaSource.url("https://pics.example/boat.mov"))
            .aspectRatio("9:16")
            .option("type", "video_reframe")
            .option("media_type", "video/quicktime")
            .option("source_position", new TreeMap<>(Map.of("x_norm", 0, "y_norm", 0)))
            .build());
    add(
        "all of a picture",
        image("uni-1-max")
            .aspectRatio("3:1")
            .style("manga")
            .outputFormat("jpeg")
            .option("web_search", true)
            .reference(Reference.of(PICTURE))
            .reference(Reference.of(BYTES))
            .reference(Reference.of(MediaSource.stored("g-4")))
            .build());
    add("a picture edited", image("uni-1").source(PICTURE).build());
    add("a picture of a file edited", image("uni-1").source(MediaSource.file(file)).build());
    add("a model that is not listed", video("ray-4").prompt("a boat").resolution("8k").build());
    calls.check("LumaCalls.agents.http");
  }

  @Test
  void dream_machine() {
    add("the least", video("ray-2").prompt("a boat").build());
    add(
        "all of a video",
        video("ray-flash-2")
            .prompt("a boat")
            .aspectRatio("9:21")
            .resolution("4k")
            .duration(Duration.ofSeconds(9))
            .firstFrame(PICTURE)
            .lastFrame(PICTURE)
            .option("loop", false)
            .option("concepts", List.of(Map.of("key", "dolly_zoom")))
            .build());
    add("an extension", video("ray-2").prompt("on").firstFrame(job("ray-2", "video")).build());
    add(
        "two videos become one",
        video("ray-2")
            .firstFrame(MediaSource.stored("g-1"))
            .lastFrame(MediaSource.stored("g-2"))
            .build());
    add(
        "a video modified",
        video("ray-2")
            .source(FILM)
            .firstFrame(PICTURE)
            .prompt("at night")
            .option("mode", "adhere_1")
            .build());
    add(
        "a video reframed",
        video("ray-2")
            .source(FILM)
            .aspectRatio("1:1")
            .option("grid_position_x", 10)
            .option("resized_width", 640)
            .build());
    add("a sound", video("add_audio").source(job("ray-2", "video")).prompt("gulls").build());
    add(
        "a sound without another",
        video("add_audio").source(MediaSource.stored("g-1")).negativePrompt("wind").build());
    add(
        "larger",
        UpscaleRequest.builder()
            .model("luma/upscale_video")
            .source(job("ray-2", "video"))
            .resolution("1080p")
            .build());
    add("the least picture", image("photon-1").build());
    add(
        "references by their roles",
        image("photon-flash-1")
            .aspectRatio("16:9")
            .outputFormat("jpeg")
            .reference(Reference.of(PICTURE))
            .reference(Reference.of(PICTURE, Reference.Role.STYLE))
            .reference(Reference.of(PICTURE, Reference.Role.CHARACTER))
            .build());
    add(
        "a picture modified",
        image("photon-1").source(PICTURE).option("modify_weight", 0.5).build());
    add(
        "a picture reframed",
        image("photon-1")
            .source(PICTURE)
            .aspectRatio("16:9")
            .option("generation_type", "reframe_image")
            .option("x_start", 0)
            .build());
    calls.check("LumaCalls.dream.http");
  }

  @Test
  void refusals() {
    add("no prompt", video("ray-3.2").build());
    add("ten seconds with a frame", ray().firstFrame(PICTURE).duration(TEN).build());
    add("ten seconds of HDR", ray().duration(TEN).option("hdr", true).build());
    add("HDR at 540p", ray().resolution("540p").option("hdr", true).build());
    add("EXR without HDR", ray().option("exr_export", true).build());
    add("a loop with an end", ray().lastFrame(PICTURE).option("loop", true).build());
    add("keyframes without indexes", ray().option("keyframes", List.of()).build());
    add("a source without a type", ray().source(FILM).build());
    add("an edit of nothing", ray().option("type", "video_edit").build());
    add("a strength of its own", ray().option("strength", "flex_1").build());
    add("a job of the other API", ray().firstFrame(job("ray-2", "video")).build());
    add("a job of the newer API", video("ray-2").firstFrame(job("ray-3.2", "agents")).build());
    add("a frame by bytes", video("ray-2").firstFrame(BYTES).build());
    add("neither modified nor reframed", video("ray-2").source(FILM).build());
    add("a sound for a URL", video("add_audio").source(FILM).build());
    add(
        "a reframe without a shape",
        image("photon-1").source(PICTURE).option("generation_type", "reframe_image").build());
    ImageRequest.Builder five = image("photon-1");
    ImageRequest.Builder nine = image("uni-1").source(PICTURE);
    for (int i = 0; i < 9; i++) {
      nine.reference(Reference.of(PICTURE));
      if (i < 5) {
        five.reference(Reference.of(PICTURE));
      }
    }
    add("five subjects", five.build());
    add("nine references of an edit", nine.build());
    calls.check("LumaCalls.refusals.http");
  }
}
