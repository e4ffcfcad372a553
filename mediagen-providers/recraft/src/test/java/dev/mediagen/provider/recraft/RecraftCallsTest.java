// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.recraft;

import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.OnUnsupported;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.GoldenCalls;
import dev.mediagen.testkit.Samples;
import dev.mediagen.upscale.UpscaleRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to Recraft, pinned call by call. */
class RecraftCallsTest {
  private static final MediaSource URL = MediaSource.url("https://pics.example/boat.png");
  private static final MediaSource BYTES = MediaSource.bytes(Samples.png(), "image/png");

  @AutoClose private final GoldenCalls calls = new GoldenCalls(new RecraftProvider());
  @TempDir Path folder;

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("recraft/" + model);
  }

  private static ImageRequest.Builder boat(String model) {
    return image(model).prompt("a boat");
  }

  private static UpscaleRequest.Builder upscale(String model) {
    return UpscaleRequest.builder().model("recraft/" + model);
  }

  private void add(String title, MediaRequest<?> request) {
    calls.add(title, request);
  }

  @Test
  void drawings() {
    add("the least", boat("recraftv4_1").build());
    add(
        "all of a raster picture",
        boat("recraftv3")
            .negativePrompt("fog")
            .width(1365)
            .height(1024)
            .count(6)
            .seed(4294967295L)
            .style("digital_illustration")
            .outputFormat("png")
            .option("substyle", "pixel_art")
            .option("controls", Map.of("colors", List.of(Map.of("rgb", List.of(255, 80, 0)))))
            .option(
                "text_layout",
                List.of(
                    new TreeMap<>(
                        Map.of(
                            "text",
                            "AHOY",
                            "bbox",
                            List.of(
                                List.of(0, 0), List.of(1, 0), List.of(1, 0.5), List.of(0, 0.5))))))
            .option("creativity", "standard")
            .option("upscale", "upscale4mp")
            .option("block_nsfw", true)
            .option("calculate_features", true)
            .option("expire", false)
            .option("billing", "subscription")
            .build());
    add("a vector picture", boat("recraftv4_pro_vector").outputFormat("svg").build());
    add("a ratio of the fourth version", boat("recraftv4_1_pro").aspectRatio("6:10").build());
    add("a ratio of the third version", boat("recraftv3_vector").aspectRatio("6:10").build());
    add("an icon", boat("recraftv2_vector").style("icon").option("substyle", "pictogram").build());
    add("at a URL", boat("recraftv4").option("response_format", "url").build());
    add("more than one call gives", boat("recraftv4").count(8).build());
    add(
        "a style of one's own",
        boat("recraftv3").option("style_id", "s1").option("style_match", "precise").build());
    add(
        "a style that is shown",
        boat("recraftv4_styles_pro_vector")
            .width(2048)
            .height(2048)
            .reference(Reference.of(URL, Reference.Role.STYLE))
            .reference(Reference.of(BYTES, Reference.Role.STYLE))
            .build());
    add("a model that is not listed", boat("recraftv5").aspectRatio("7:3").strength(0.5).build());
    calls.check("RecraftCalls.drawings.http");
  }

  @Test
  void edits() throws IOException {
    Path file = Files.write(folder.resolve("boat.png"), Samples.png());
    add("another picture by URL", boat("recraftv4_1").source(URL).strength(0.2).build());
    add("by file", boat("recraftv4_vector").source(MediaSource.file(file)).strength(1.0).build());
    add(
        "by bytes, with a style",
        boat("recraftv3")
            .source(BYTES)
            .strength(0.7)
            .negativePrompt("fog")
            .style("realistic_image")
            .option("substyle", "hdr")
            .build());
    add("under a mask", boat("recraftv3").source(URL).mask(BYTES).count(2).build());
    add("a background", boat("replaceBackground").source(URL).style("Photorealism").build());
    add(
        "a background of a vector picture",
        boat("replace-background").source(URL).option("model", "recraftv3_vector").build());
    add("a background under a mask", boat("generateBackground").source(URL).mask(URL).build());
    add(
        "beyond the edges",
        boat("outpaint").source(URL).option("expand_left", 200).aspectRatio("2:1").build());
    add("variations", image("variateImage").source(URL).width(1024).height(1024).count(3).build());
    calls.check("RecraftCalls.edits.http");
  }

  @Test
  void tools() {
    add(
        "vectorise",
        image("vectorize")
            .source(URL)
            .outputFormat("svg")
            .option("shape_stacking", "cut_out")
            .option("limit_num_shapes", "on")
            .option("max_num_shapes", 40)
            .build());
    add("cut out", image("removeBackground").source(BYTES).outputFormat("png").build());
    add("erase", image("eraseRegion").source(URL).mask(BYTES).build());
    add("enlarge", upscale("crispUpscale").source(URL).build());
    add(
        "by its older name",
        upscale("generativeUpscale").source(BYTES).outputFormat("png").build());
    calls.check("RecraftCalls.tools.http");
  }

  @Test
  void refusals() {
    add("no prompt", image("recraftv4_1").build());
    add("a long prompt", image("recraftv3").prompt("x".repeat(1001)).build());
    add("a size of another version", boat("recraftv4_1").width(1365).height(1024).build());
    add("two sizes", boat("recraftv4").width(1024).height(1024).aspectRatio("1:1").build());
    add("a raster file of a vector model", boat("recraftv4_vector").outputFormat("png").build());
    add("a style in the fourth version", boat("recraftv4").style("realistic_image").build());
    add("a substyle in the fourth", boat("recraftv4").option("substyle", "hdr").build());
    add("text in the second", boat("recraftv2").option("text_layout", List.of()).build());
    add(
        "a substyle of another style",
        boat("recraftv3").style("vector_illustration").option("substyle", "hdr").build());
    add("an icon of the third", boat("recraftv3").style("icon").build());
    add("a logo of the second", boat("recraftv2").style("logo_raster").build());
    add("two styles", boat("recraftv3").style("any").option("style_id", "s1").build());
    add("a styled model without a style", boat("recraftv4_styles").build());
    add("an edit without strength", boat("recraftv4").source(URL).build());
    add("strength without a source", boat("recraftv4").strength(0.3).build());
    add("too much strength", boat("recraftv4").source(URL).strength(1.5).build());
    add(
        "an edit with a size",
        boat("recraftv4").source(URL).strength(0.3).aspectRatio("1:1").build());
    add("a mask alone", boat("recraftv3").mask(URL).build());
    add("a mask in the fourth version", boat("recraftv4").source(URL).mask(URL).build());
    add("a mask and strength", boat("recraftv3").source(URL).mask(URL).strength(0.3).build());
    add("an edit in the second", boat("recraftv2").source(URL).strength(0.3).build());
    add(
        "an edit with references",
        boat("recraftv3").source(URL).strength(0.3).reference(Reference.of(URL)).build());
    add("variations without a size", image("variateImage").source(URL).build());
    add(
        "a raster file of a vector background",
        boat("replaceBackground")
            .source(URL)
            .option("model", "recraftv3_vector")
            .outputFormat("png")
            .build());
    add("a prompt for a tool", boat("removeBackground").source(URL).build());
    add("a tool without a source", image("vectorize").build());
    add("erasing without a mask", image("eraseRegion").source(URL).build());
    add("a scale", upscale("crispUpscale").source(URL).scale(2.0).build());
    add("parts in the reply", boat("recraftv4").option("response_format", "multipart").build());
    add(
        "the nearest size",
        boat("recraftv4").width(1300).height(800).onUnsupported(OnUnsupported.SNAP).build());
    calls.check("RecraftCalls.refusals.http");
  }
}
