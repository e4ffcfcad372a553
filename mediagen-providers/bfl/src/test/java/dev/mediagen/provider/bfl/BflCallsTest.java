// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.bfl;

import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
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
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to BFL, pinned call by call. */
class BflCallsTest {
  private static final MediaSource PICTURE = MediaSource.url("https://pics.example/boat.png");
  private static final MediaSource BYTES = MediaSource.bytes(Samples.png(), "image/png");
  private static final MediaSource FILM = MediaSource.url("https://pics.example/boat.mp4");

  @AutoClose private final GoldenCalls calls = new GoldenCalls(new BflProvider());
  @TempDir Path folder;

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("bfl/" + model);
  }

  private static VideoRequest.Builder video() {
    return VideoRequest.builder().model("bfl/flux-3-video");
  }

  private void add(String title, MediaRequest<?> request) {
    calls.add(title, request);
  }

  @Test
  void flux_2_and_3_images() throws IOException {
    Path file = Files.write(folder.resolve("boat.png"), Samples.png());
    add("the least of FLUX.2", image("flux-2-pro").prompt("a red fox in snow").build());
    add(
        "all of FLUX.2 [max], with a picture by URL, by file and by bytes",
        image("flux-2-max")
            .prompt("a boat")
            .width(1024)
            .height(1280)
            .seed(42)
            .outputFormat("webp")
            .count(2)
            .source(PICTURE)
            .reference(Reference.of(MediaSource.file(file)))
            .reference(Reference.of(BYTES))
            .option("safety_tolerance", 5)
            .option("disable_pup", true)
            .option("user", "u-1")
            .build());
    add(
        "steps and guidance of FLUX.2 [flex]",
        image("flux-2-flex")
            .prompt("a boat")
            .steps(30)
            .guidance(4.5)
            .option("prompt_upsampling", false)
            .build());
    add(
        "references without a source",
        image("flux-2-klein-9b")
            .prompt("a boat")
            .reference(Reference.of(PICTURE))
            .reference(Reference.of(PICTURE))
            .build());
    add(
        "too many pictures",
        image("flux-2-klein-4b")
            .prompt("a boat")
            .references(Collections.nCopies(4, Reference.of(PICTURE)))
            .build());
    add(
        "too much of everything",
        image("flux-2-pro")
            .prompt("a boat")
            .negativePrompt("fog")
            .width(1000)
            .height(48)
            .steps(3)
            .outputFormat("gif")
            .option("safety_tolerance", 6)
            .build());
    add("the least of FLUX 3", image("flux-3-image").prompt("a boat").build());
    add(
        "all of FLUX 3",
        image("flux-3-image")
            .prompt("a boat")
            .aspectRatio("7:5")
            .resolution("1.5k")
            .source(PICTURE)
            .reference(Reference.of(MediaSource.file(file)))
            .option("safety_tolerance", 0)
            .option("grounding", false)
            .option("version", "latest")
            .build());
    add(
        "no seed and no size in FLUX 3",
        image("flux-3-image").prompt("a boat").seed(1).width(512).height(512).build());
    add(
        "FLUX 3 [klein]",
        image("flux-3-image-klein").prompt("a boat").option("resolution", "2k").build());
    add("a model that is not listed", image("flux-4").prompt("a boat").source(PICTURE).build());
    calls.check("BflCalls.images.http");
  }

  @Test
  void flux_1_and_tools() {
    add("the least of FLUX 1.1", image("flux-pro-1.1").prompt("a boat").build());
    add(
        "all of FLUX.1 [dev]",
        image("flux-dev")
            .prompt("a boat")
            .width(1440)
            .height(256)
            .seed(7)
            .steps(50)
            .guidance(1.5)
            .outputFormat("png")
            .reference(Reference.of(BYTES))
            .option("prompt_upsampling", true)
            .option("safety_tolerance", 6)
            .build());
    add(
        "all of Ultra",
        image("flux-pro-1.1-ultra")
            .prompt("a boat")
            .aspectRatio("21:9")
            .seed(7)
            .reference(Reference.of(BYTES))
            .option("raw", true)
            .option("image_prompt_strength", 0.3)
            .build());
    add("a fine-tune without its id", image("flux-pro-1.1-ultra-finetuned").build());
    add(
        "a fine-tune",
        image("flux-pro-1.0-fill-finetuned")
            .prompt("a boat")
            .source(BYTES)
            .option("finetune_id", "org/boats")
            .option("finetune_strength", 2)
            .build());
    add(
        "Kontext",
        image("flux-kontext-max")
            .prompt("a boat")
            .source(PICTURE)
            .reference(Reference.of(PICTURE))
            .aspectRatio("9:21")
            .seed(7)
            .build());
    add(
        "a part painted anew",
        image("flux-pro-1.0-fill")
            .prompt("a boat")
            .source(BYTES)
            .mask(BYTES)
            .steps(15)
            .guidance(100.0)
            .build());
    add("steps out of range", image("flux-pro-1.0-fill").source(BYTES).steps(10).build());
    add(
        "more around it",
        image("flux-pro-1.0-expand").source(BYTES).option("top", 512).option("left", 8).build());
    add(
        "outpainting",
        image("flux-tools/outpainting-v1")
            .source(PICTURE)
            .width(2048)
            .height(1024)
            .quality("fast")
            .outputFormat("jpeg")
            .option("reference_offset_x", 16)
            .option("auto_crop", true)
            .build());
    add("outpainting without a size", image("flux-tools/outpainting-v1").source(PICTURE).build());
    add(
        "something removed",
        image("flux-tools/erase-v1")
            .source(PICTURE)
            .mask(BYTES)
            .option("dilate_pixels", 0)
            .build());
    add("a picture made sharp", image("flux-tools/deblur-v1").source(PICTURE).seed(7).build());
    add(
        "the same as an enlargement",
        UpscaleRequest.builder().model("bfl/flux-tools/deblur-v1").source(BYTES).build());
    add(
        "a garment",
        image("flux-tools/vto-v2")
            .prompt("she wears it")
            .source(PICTURE)
            .reference(Reference.of(PICTURE))
            .build());
    calls.check("BflCalls.older.http");
  }

  @Test
  void videos() {
    add("the least", video().prompt("a boat").build());
    add(
        "all of text to video",
        video()
            .prompt("a boat")
            .duration(Duration.ofSeconds(20))
            .aspectRatio("9:21")
            .resolution("uhd")
            .audio(false)
            .option("safety_tolerance", 4)
            .option("user", "u-1")
            .build());
    add("a first frame by bytes", video().prompt("a boat").firstFrame(BYTES).build());
    add("a last frame alone", video().prompt("a boat").lastFrame(PICTURE).build());
    add(
        "frames at their times",
        video()
            .prompt("a boat")
            .duration(Duration.ofSeconds(8))
            .option(
                "keyframes",
                List.of(
                    List.of(0, "https://pics.example/a.png"),
                    List.of(4, "https://pics.example/b.png")))
            .build());
    add(
        "a video that goes on",
        video().prompt("a boat").source(FILM).duration(Duration.ofSeconds(15)).build());
    add(
        "a video that goes on for too long",
        video().prompt("a boat").source(FILM).duration(Duration.ofSeconds(16)).build());
    add("a draft", video().prompt("a boat").option("draft", true).build());
    add(
        "a draft that is too large",
        video().prompt("a boat").resolution("fhd").option("draft", true).build());
    add(
        "a draft made well",
        video()
            .resolution("qhd")
            .option("draft_cache", "https://delivery.example/draft.bin")
            .build());
    add(
        "a draft made well with another prompt",
        video().prompt("a ship").option("draft_cache", "https://delivery.example/d.bin").build());
    add("nothing at all", video().build());
    add(
        "an edit",
        VideoRequest.builder()
            .model("bfl/flux-tools/video-edit-v1")
            .prompt("at night")
            .source(FILM)
            .build());
    add(
        "an enlargement",
        UpscaleRequest.builder()
            .model("bfl/flux-tools/video-upscale-v1")
            .source(FILM)
            .scale(1.5)
            .prompt("a boat")
            .option("creativity", 0)
            .build());
    add(
        "a video model that is not listed",
        VideoRequest.builder().model("bfl/flux-4-video").prompt("a boat").source(FILM).build());
    add(
        "an enlargement by a model that is not listed",
        UpscaleRequest.builder().model("bfl/flux-tools/video-upscale-v2").source(FILM).build());
    calls.check("BflCalls.videos.http");
  }
}
