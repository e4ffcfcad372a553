// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.GoldenCalls;
import dev.mediagen.testkit.Samples;
import dev.mediagen.upscale.UpscaleRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to Ideogram, pinned call by call. */
class IdeogramCallsTest {
  private static final String V3 = "v1/ideogram-v3/";
  private static final MediaSource URL = MediaSource.url("https://pics.example/boat.png");
  private static final MediaSource BYTES = MediaSource.bytes(Samples.png(), "image/png");

  @AutoClose private final GoldenCalls calls = new GoldenCalls(new IdeogramProvider());
  @TempDir Path folder;

  private static ImageRequest.Builder image(String model) {
    return ImageRequest.builder().model("ideogram/" + model);
  }

  private static ImageRequest.Builder boat(String model) {
    return image(model).prompt("a boat");
  }

  private static UpscaleRequest.Builder upscale(String model) {
    return UpscaleRequest.builder().model("ideogram/" + model).source(BYTES);
  }

  private void add(String title, MediaRequest<?> request) {
    calls.add(title, request);
  }

  @Test
  void drawings() {
    add("the least", boat("ideogram-4-5").build());
    add(
        "with pictures",
        boat("ideogram-4-5").source(BYTES).reference(Reference.of(BYTES)).quality("low").build());
    add(
        "all of the fourth",
        boat("ideogram-4")
            .width(2048)
            .height(2048)
            .quality("turbo")
            .count(8)
            .seed(2147483647)
            .option("magic_prompt", "off")
            .option("private", true)
            .build());
    add(
        "all of the third",
        boat("ideogram-3")
            .negativePrompt("fog")
            .aspectRatio("16:9")
            .quality("quality")
            .style("design")
            .option("color_palette", new TreeMap<>(Map.of("name", "EMBER")))
            .option("style_preset", "watercolor")
            .build());
    add("a style that is shown", boat("ideogram-3").reference(Reference.of(BYTES)).build());
    add("codes of a style", boat("ideogram-3").option("style_codes", List.of("0a1b2c3d")).build());
    add("a size", boat("ideogram-3").width(1536).height(640).build());
    add("any shape", boat("ideogram-3").aspectRatio("auto").build());
    add(
        "a character",
        boat("ideogram-3-character")
            .style("fiction")
            .reference(Reference.of(BYTES, Reference.Role.CHARACTER))
            .build());
    add(
        "transparent, of the third",
        boat("ideogram-3-transparent").aspectRatio("1:3").option("upscale_factor", "x2").build());
    add(
        "transparent, of the fourth",
        boat("ideogram-4-transparent").aspectRatio("4:1").resolution("8k").build());
    add("a free size", boat("p-image-ideogram").width(1008).height(512).build());
    add("a class of size", boat("p-image-ideogram").aspectRatio("1:1").resolution("2k").build());
    add(
        "whichever model",
        boat("auto").aspectRatio("16:9").resolution("4k").reference(Reference.of(BYTES)).build());
    add(
        "a model of another vendor",
        boat("nano-banana-2").aspectRatio("21:9").resolution("2K").build());
    add(
        "another one",
        boat("gpt-image-2-5-flare").background("transparent").quality("low").build());
    add("a small model", boat("z-image").build());
    add("a model that is not listed", boat("ideogram-4-6").seed(3).build());
    calls.check("IdeogramCalls.drawings.http");
  }

  @Test
  void edits() throws IOException {
    Path file = Files.write(folder.resolve("boat.png"), Samples.png());
    add(
        "a precise edit by file",
        boat("precise-edit/ideogram-4-5")
            .source(MediaSource.file(file))
            .mask(BYTES)
            .quality("very_low")
            .reference(Reference.of(BYTES))
            .build());
    add("under a mask", boat("inpaint/ideogram-3").source(BYTES).mask(BYTES).build());
    add("another picture by URL", boat("remix/ideogram-3").source(URL).strength(0.3).build());
    add(
        "far from the source",
        boat("remix/ideogram-4").source(BYTES).strength(1.0).width(2048).height(2048).build());
    add(
        "beyond the edges",
        image("reframe/ideogram-3").source(BYTES).width(512).height(1536).build());
    add("a background", boat("replace-background/ideogram-3").source(BYTES).build());
    add("cut out", image("remove-background/ideogram-1").source(BYTES).build());
    add("enlarge", upscale("upscale/auto").scale(4.0).build());
    add(
        "enlarge with fantasy",
        upscale("upscale/topaz-redefine").prompt("a boat").option("creativity", 5).build());
    add(
        "enlarge as it is",
        upscale("upscale/topaz-standard-2").scale(2.0).option("denoise", 0.5).build());
    add("enlarge to a class", upscale("upscale/nano-banana-pro").resolution("4K").build());
    calls.check("IdeogramCalls.edits.http");
  }

  @Test
  void the_older_api() {
    add("the least", boat(V3 + "generate").build());
    add(
        "all of it",
        boat(V3 + "generate")
            .negativePrompt("fog")
            .width(1536)
            .height(640)
            .count(8)
            .seed(0)
            .quality("flash")
            .style("realistic")
            .reference(Reference.of(BYTES, Reference.Role.STYLE))
            .reference(Reference.of(BYTES, Reference.Role.STYLE))
            .reference(Reference.of(BYTES, Reference.Role.CHARACTER))
            .option("style_preset", "WATERCOLOR")
            .option("color_palette", new TreeMap<>(Map.of("name", "EMBER")))
            .build());
    add(
        "transparent",
        boat(V3 + "generate-transparent")
            .aspectRatio("4:5")
            .option("upscale_factor", "X4")
            .build());
    add("under a mask", boat(V3 + "inpaint").source(URL).mask(BYTES).build());
    add("by its older name", boat(V3 + "edit").source(BYTES).mask(BYTES).build());
    add(
        "from a picture",
        boat(V3 + "remix").source(BYTES).strength(0.0).aspectRatio("2:1").build());
    add(
        "beyond the edges",
        image(V3 + "reframe")
            .source(BYTES)
            .width(1344)
            .height(768)
            .reference(Reference.of(BYTES))
            .build());
    add(
        "a background",
        boat(V3 + "replace-background")
            .source(BYTES)
            .option("style_codes", List.of("0a1b2c3d", "4e5f6a7b"))
            .build());
    add(
        "several pictures",
        boat("v1/edit")
            .source(BYTES)
            .reference(Reference.of(BYTES))
            .background("transparent")
            .build());
    add("cut out", image("v1/remove-background").source(BYTES).build());
    add(
        "the second version",
        boat("legacy/V_2").aspectRatio("16:9").style("anime").negativePrompt("fog").build());
    add("enlarge", upscale("legacy/upscale").build());
    add(
        "enlarge with all",
        upscale("legacy/upscale").prompt("a boat").seed(1L).option("resemblance", 80).build());
    add(
        "describe",
        image("legacy/describe").source(BYTES).option("describe_model_version", "V_2").build());
    calls.check("IdeogramCalls.older.http");
  }

  @Test
  void refusals() {
    add("no prompt", image("ideogram-4-5").build());
    add(
        "a long prompt",
        boat("replace-background/ideogram-3").source(BYTES).prompt("x".repeat(4001)).build());
    add(
        "a shape and a size",
        boat("ideogram-3").aspectRatio("1:1").width(1024).height(1024).build());
    add("a size that is not listed", boat("ideogram-3").width(1000).height(1000).build());
    add("a shape that is not listed", boat("ideogram-3").aspectRatio("7:3").build());
    add("any shape in the older API", boat(V3 + "generate").aspectRatio("auto").build());
    add("a speed of the older API", boat("ideogram-4").quality("flash").build());
    add("very low quality", boat("ideogram-4-5").quality("very_low").build());
    add("a white mask", boat("inpaint/ideogram-3").source(BYTES).mask(BYTES).build());
    add("no mask", boat(V3 + "inpaint").source(BYTES).build());
    add("a mask that is not taken", boat("ideogram-4-5").source(BYTES).mask(BYTES).build());
    add("a frame without a size", image("reframe/ideogram-3").source(BYTES).build());
    add(
        "a prompt beside a frame",
        boat("reframe/ideogram-3").source(BYTES).width(1024).height(1024).build());
    add("no source", boat("remix/ideogram-4").build());
    add("too much strength", boat("remix/ideogram-4").source(BYTES).strength(1.5).build());
    add("a character that is missing", boat("ideogram-3-character").build());
    add(
        "codes and a style",
        boat(V3 + "generate").style("design").option("style_codes", List.of("0a1b2c3d")).build());
    add("a large seed", boat("ideogram-4").seed(2147483648L).build());
    add("half of a free size", boat("p-image-ideogram").width(512).build());
    add("a free size off the grid", boat("p-image-ideogram").width(500).height(512).build());
    add("three times as large", upscale("upscale/auto").scale(3.0).build());
    add("a stored picture", boat("remix/ideogram-4").source(MediaSource.stored("a1")).build());
    add(
        "another kind of picture",
        boat("remix/ideogram-4")
            .source(MediaSource.bytes("GIF89a".getBytes(StandardCharsets.UTF_8), "image/gif"))
            .build());
    calls.check("IdeogramCalls.refusals.http");
  }
}
