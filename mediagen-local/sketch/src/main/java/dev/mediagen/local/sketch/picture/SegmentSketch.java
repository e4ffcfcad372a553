// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.picture;

import dev.mediagen.local.sketch.model.Artifact;
import dev.mediagen.local.sketch.model.Field;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.InvalidInput;
import dev.mediagen.local.sketch.model.ModelCard;
import dev.mediagen.local.sketch.model.SketchModel;
import java.util.List;

/** {@code sketch-segment}: a mask of what is coloured alike around the given points or boxes. */
public final class SegmentSketch implements SketchModel {
  private static final Field SOURCE =
      Field.media("source", "The picture to look at.").must().also("image");
  private static final Field POINTS =
      Field.rows("points", 3, "[x, y, label] in pixels; label 1 selects, 0 excludes.");
  private static final Field BOXES = Field.rows("boxes", 4, "[x1, y1, x2, y2] in pixels.");

  @Override
  public ModelCard card() {
    return new ModelCard(
        "sketch-segment",
        "segment",
        "Grows areas of like colour from points or boxes by rule. No AI model.",
        List.of(SOURCE, POINTS, BOXES),
        List.of("image/png"));
  }

  @Override
  public Work plan(Input input) {
    GivenPicture source = GivenPicture.read(input, SOURCE).orElseThrow();
    List<double[]> points = input.rows(POINTS);
    List<double[]> boxes = input.rows(BOXES);
    if (points.isEmpty() && boxes.isEmpty()) {
      throw new InvalidInput("points", "missing", "points or boxes are required");
    }
    for (double[] point : points) {
      inside(source, "points", point[0], point[1]);
    }
    for (double[] box : boxes) {
      inside(source, "boxes", box[0], box[1]);
      inside(source, "boxes", box[2], box[3]);
    }
    return progress -> {
      LikeColours area = new LikeColours(source.pixels());
      boxes.forEach(area::addBox);
      points.stream().filter(p -> p[2] > 0).forEach(p -> area.addPoint((int) p[0], (int) p[1]));
      points.stream().filter(p -> p[2] <= 0).forEach(p -> area.removePoint((int) p[0], (int) p[1]));
      progress.step(1, 2, "grown");
      byte[] bytes = PictureFile.encode(area.mask(), "png");
      progress.step(2, 2, "encoded");
      Artifact mask =
          Artifact.of(bytes, "image/png", "png", "mask").sized(source.width(), source.height());
      return List.of(mask);
    };
  }

  private static void inside(GivenPicture source, String field, double x, double y) {
    if (x < 0 || y < 0 || x > source.width() || y > source.height()) {
      throw new InvalidInput(
          field,
          "out_of_range",
          field
              + " has ("
              + x
              + ", "
              + y
              + "); allowed: within the picture of "
              + source.width()
              + " x "
              + source.height());
    }
  }
}
