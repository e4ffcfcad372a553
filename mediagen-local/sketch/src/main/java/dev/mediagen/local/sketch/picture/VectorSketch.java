// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mediagen.local.sketch.draw.Composition;
import dev.mediagen.local.sketch.draw.SvgCanvas;
import dev.mediagen.local.sketch.model.Artifact;
import dev.mediagen.local.sketch.model.CommonFields;
import dev.mediagen.local.sketch.model.Field;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.ModelCard;
import dev.mediagen.local.sketch.model.SketchModel;
import dev.mediagen.local.sketch.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/** {@code sketch-vector}: the same landscapes as lines, in an SVG file. */
public final class VectorSketch implements SketchModel {
  private static final List<Field> SIZE = PictureSize.fields(64, 2048, 1024);

  @Override
  public ModelCard card() {
    List<Field> fields = new ArrayList<>(List.of(CommonFields.PROMPT, CommonFields.SEED));
    fields.addAll(SIZE);
    return new ModelCard(
        "sketch-vector",
        "image",
        "Draws a landscape by rule as an SVG file. No AI model.",
        fields,
        List.of("image/svg+xml"));
  }

  @Override
  public Work plan(Input input) {
    String prompt = input.text(CommonFields.PROMPT);
    long seed = input.seed();
    PictureSize size = PictureSize.read(input, SIZE);
    return progress -> {
      SvgCanvas canvas = new SvgCanvas(size.width(), size.height());
      Composition.paint(canvas, Scene.read(prompt, seed), size.width(), size.height(), 0);
      progress.step(1, 2, "drawn");
      byte[] bytes = canvas.document(prompt).getBytes(UTF_8);
      progress.step(2, 2, "written");
      return List.of(
          Artifact.of(bytes, "image/svg+xml", "svg", "svg")
              .sized(size.width(), size.height())
              .seeded(seed));
    };
  }
}
