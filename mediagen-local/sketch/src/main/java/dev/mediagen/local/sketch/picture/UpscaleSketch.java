// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.picture;

import dev.mediagen.local.sketch.model.Artifact;
import dev.mediagen.local.sketch.model.Field;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.InvalidInput;
import dev.mediagen.local.sketch.model.ModelCard;
import dev.mediagen.local.sketch.model.SketchModel;
import java.awt.image.BufferedImage;
import java.util.List;

/** {@code sketch-upscale}: a picture with more pixels, by Lanczos resampling. */
public final class UpscaleSketch implements SketchModel {
  private static final Field SOURCE =
      Field.media("source", "The picture to enlarge.").must().also("image");
  private static final Field SCALE = Field.whole("scale", 2, 4, "How many times larger.").or(2);

  private static final long MOST_PIXELS = 4096L * 4096;

  @Override
  public ModelCard card() {
    return new ModelCard(
        "sketch-upscale",
        "upscale",
        "Enlarges a picture by Lanczos resampling. Invents no detail. No AI model.",
        List.of(SOURCE, SCALE),
        List.of("image/png"));
  }

  @Override
  public Work plan(Input input) {
    GivenPicture source = GivenPicture.read(input, SOURCE).orElseThrow();
    int scale = input.whole(SCALE);
    if ((long) source.width() * source.height() * scale * scale > MOST_PIXELS) {
      throw new InvalidInput(
          "scale",
          "out_of_range",
          "scale was "
              + scale
              + " for "
              + source.width()
              + " x "
              + source.height()
              + " pixels; allowed: results of up to 4096 x 4096 pixels in area");
    }
    return progress -> {
      BufferedImage large = Lanczos.enlarge(source.pixels(), scale, progress);
      byte[] bytes = PictureFile.encode(large, "png");
      progress.step(3, 3, "encoded");
      return List.of(
          Artifact.of(bytes, "image/png", "png", "image")
              .sized(large.getWidth(), large.getHeight()));
    };
  }
}
