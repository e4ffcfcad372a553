// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to Leonardo, pinned call by call. */
class LeonardoCallsTest {
  private static final String LIGHTNING = "b24e16ff-06e3-43eb-8d33-4416c2d75876";
  private static final String FLUX = "b2614463-296c-462a-9586-aafdb8f00e36";
  private static final MediaSource PICTURE = MediaSource.url("https://pics.example/boat.png");
  private static final MediaSource BYTES = MediaSource.bytes(Samples.png(), "image/png");
  private static final MediaSource STORED = MediaSource.stored("i-1");

  @AutoClose private final GoldenCalls calls = new GoldenCalls(new LeonardoProvider());
  @TempDir Path folder;

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("leonardo/" + model).prompt("a boat");
  }

  private static VideoRequest.Builder video(String model) {
    return VideoRequest.builder().model("leonardo/" + model).prompt("a boat");
  }

  private static UpscaleRequest.Builder upscale(String model) {
    return UpscaleRequest.builder().model("leonardo/" + model);
  }

  private static ImageRequest.Builder change(String model) {
    return ImageRequest.builder().model("leonardo/" + model);
  }

  private void add(String title, MediaRequest<?> request) {
    calls.add(title, request);
  }

  @Test
  void the_newer_endpoint() throws IOException {
    MediaSource file = MediaSource.file(Files.write(folder.resolve("boat.png"), Samples.png()));
    add("the least", image("nano-banana-2").build());
    add(
        "every parameter",
        image("gpt-image-2")
            .width(1536)
            .height(1536)
            .count(4)
            .seed(7L)
            .style("111dc692-d470-4eec-b791-3475abac4c46")
            .quality("high")
            .reference(Reference.of(STORED))
            .option("reference_strength", "MID")
            .option("prompt_enhance", "OFF")
            .option("public", true)
            .build());
    add("two calls for eight", image("seedream-4.5").count(8).build());
    add("a reference by URL", image("flux-pro-2.0").reference(Reference.of(PICTURE)).build());
    add("a reference by file", image("flux-pro-2.0").reference(Reference.of(file)).build());
    add("a reference by bytes", image("flux-pro-2.0").reference(Reference.of(BYTES)).build());
    add("a model that is not listed", image("recraft-v9").count(2).build());
    add("a quality that is none", image("gpt-image-2").quality("best").build());
    add("something to be avoided", image("gpt-image-2").negativePrompt("fog").build());
    add(
        "a video",
        video("bytedance/seedance-2.5")
            .duration(Duration.ofSeconds(30))
            .resolution("1080p")
            .audio(true)
            .seed(3L)
            .firstFrame(STORED)
            .lastFrame(BYTES)
            .build());
    add(
        "a video like a picture",
        video("kling-3.0").width(1920).height(1080).reference(Reference.of(STORED)).build());
    add("a last frame alone", video("kling-3.0").lastFrame(STORED).build());
    add("a length that is none", video("seedance-1.0-pro").duration(Duration.ofSeconds(5)).build());
    add("a video model that is not listed", video("kling-9").resolution("720p").build());
    add("larger, by URL", upscale("aurora-upscaler-precise").source(PICTURE).scale(2.0).build());
    add("larger, by bytes", upscale("aurora-upscaler-precise").source(BYTES).build());
    add(
        "no background",
        change("remove-bg").source(STORED).option("format", "png").option("crop", true).build());
    calls.check("LeonardoCalls.newer.http");
  }

  @Test
  void older_pictures() throws IOException {
    MediaSource file = MediaSource.file(Files.write(folder.resolve("boat.png"), Samples.png()));
    add("the least", image(LIGHTNING).build());
    add(
        "every parameter",
        image(LIGHTNING)
            .negativePrompt("fog")
            .width(1024)
            .height(768)
            .count(4)
            .guidance(7.0)
            .steps(15)
            .seed(9_999_999_998L)
            .style("CINEMATIC")
            .source(STORED)
            .strength(0.9)
            .reference(Reference.of(STORED))
            .option("alchemy", false)
            .option("ultra", true)
            .option("contrast", 3.5)
            .option("scheduler", "LEONARDO")
            .option("elements", List.of(new TreeMap<>(Map.of("akUUID", "e-1", "weight", 0.5))))
            .option("public", true)
            .build());
    add("a source by URL", image(LIGHTNING).source(PICTURE).build());
    add("a source by file", image(LIGHTNING).source(file).build());
    add("a source by bytes", image(LIGHTNING).source(BYTES).strength(0.1).build());
    add("a strength without a source", image(LIGHTNING).strength(0.5).build());
    add("a strength that is too much", image(LIGHTNING).source(STORED).strength(1.0).build());
    add(
        "ultra with alchemy",
        image(LIGHTNING).option("ultra", true).option("alchemy", true).build());
    add("ultra with what is the default", image(LIGHTNING).option("ultra", true).build());
    add("a seed too large for FLUX", image(FLUX).seed(2_147_483_638L).build());
    add("a width that is no multiple", image(FLUX).width(1001).height(1000).build());
    add(
        "a model that is not listed",
        image("0a0a0a0a-1111-2222-3333-444444444444").count(2).build());
    calls.check("LeonardoCalls.pictures.http");
  }

  @Test
  void older_videos_and_variations() {
    add("the least", video("MOTION2").build());
    add(
        "every parameter",
        video("MOTION2")
            .negativePrompt("fog")
            .resolution("480p")
            .width(832)
            .height(480)
            .seed(7L)
            .style("111dc692-d470-4eec-b791-3475abac4c46")
            .option("promptEnhance", true)
            .option("frameInterpolation", true)
            .option("isPublic", true)
            .build());
    add("from a picture by bytes", video("VEO3").firstFrame(BYTES).build());
    add("two frames", video("KLING2_1").firstFrame(STORED).lastFrame(STORED).build());
    add("a last frame elsewhere", video("VEO3").firstFrame(STORED).lastFrame(STORED).build());
    add("a length from text", video("KLING2_5").duration(Duration.ofSeconds(5)).build());
    add(
        "a length from a picture",
        video("KLING2_5").firstFrame(STORED).duration(Duration.ofSeconds(10)).build());
    add("a length that is none", video("VEO3").duration(Duration.ofSeconds(5)).build());
    add("a model that is not listed", video("VEO3_1").resolution("1080p").build());
    add(
        "Motion 1.0",
        VideoRequest.builder().model("leonardo/motion-svd").firstFrame(STORED).build());
    add(
        "the universal upscaler",
        upscale("universal-upscaler")
            .source(BYTES)
            .prompt("a boat")
            .scale(1.5)
            .option("upscalerStyle", "2D ART & ILLUSTRATION")
            .option("creativityStrength", 7)
            .build());
    add(
        "detail without its style",
        upscale("universal-upscaler").source(STORED).option("detailContrast", 5).build());
    add("too large", upscale("universal-upscaler").source(STORED).scale(4.0).build());
    add("larger", upscale("upscale").source(STORED).build());
    add("larger, by bytes", upscale("upscale").source(BYTES).build());
    add("no background", change("nobg").source(STORED).build());
    add("from further away", change("unzoom").source(STORED).option("isVariation", true).build());
    calls.check("LeonardoCalls.older.http");
  }
}
