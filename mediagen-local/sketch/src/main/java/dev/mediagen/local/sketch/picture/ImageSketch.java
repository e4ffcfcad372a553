// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.picture;

import dev.mediagen.local.sketch.draw.Composition;
import dev.mediagen.local.sketch.model.Artifact;
import dev.mediagen.local.sketch.model.CommonFields;
import dev.mediagen.local.sketch.model.Field;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.InvalidInput;
import dev.mediagen.local.sketch.model.ModelCard;
import dev.mediagen.local.sketch.model.SketchModel;
import dev.mediagen.local.sketch.scene.Scene;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code sketch-image}: a landscape after the words of a prompt, or another picture recoloured. */
public final class ImageSketch implements SketchModel {
  private static final List<Field> SIZE = PictureSize.fields(64, 2048, 1024);
  private static final Field COUNT =
      Field.whole("count", 1, 4, "How many pictures.").or(1).also("num_outputs");
  private static final Field FORMAT =
      Field.choice("output_format", "File format.", "png", "jpeg", "jpg");
  private static final Field SOURCE = Field.media("source", "A picture to change.").also("image");
  private static final Field MASK = Field.media("mask", "White marks the area to change.");
  private static final Field STRENGTH =
      Field.number("strength", 0, 1, "How much of the picture is changed.").or(0.7);

  @Override
  public ModelCard card() {
    List<Field> fields = new ArrayList<>(List.of(CommonFields.PROMPT, CommonFields.SEED));
    fields.addAll(SIZE);
    fields.addAll(List.of(COUNT, FORMAT, SOURCE, MASK, STRENGTH));
    return new ModelCard(
        "sketch-image",
        "image",
        "Draws a landscape by rule after the words of the prompt. No AI model.",
        fields,
        List.of("image/png", "image/jpeg"));
  }

  @Override
  public Work plan(Input input) {
    String prompt = input.text(CommonFields.PROMPT);
    long seed = input.seed();
    int count = input.whole(COUNT);
    String format = input.choice(FORMAT).equals("png") ? "png" : "jpeg";
    double strength = input.number(STRENGTH);
    Optional<GivenPicture> source = GivenPicture.read(input, SOURCE);
    Optional<GivenPicture> mask = GivenPicture.read(input, MASK);
    if (mask.isPresent() && source.isEmpty()) {
      throw new InvalidInput("source", "missing", "source is required where a mask is given");
    }
    boolean sized = input.has(SIZE.get(0)) || input.has(SIZE.get(1));
    PictureSize asked = PictureSize.read(input, SIZE);
    PictureSize size =
        source
            .filter(i -> !sized)
            .map(i -> new PictureSize(Math.min(2048, i.width()), Math.min(2048, i.height())))
            .orElse(asked);
    return progress -> {
      List<Artifact> made = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Scene scene = Scene.read(prompt, seed + i);
        BufferedImage drawn =
            source.isPresent()
                ? new Retouch(scene, strength)
                    .apply(source.get().pixels(), mask.map(GivenPicture::pixels), size)
                : Composition.picture(scene, size.width(), size.height(), 0);
        progress.step(i * 2 + 1, count * 2, "drawn");
        made.add(file(drawn, format).seeded(seed + i));
        progress.step(i * 2 + 2, count * 2, "encoded");
      }
      return made;
    };
  }

  private static Artifact file(BufferedImage image, String format) throws IOException {
    String extension = format.equals("jpeg") ? "jpg" : format;
    return Artifact.of(PictureFile.encode(image, format), "image/" + format, extension, "image")
        .sized(image.getWidth(), image.getHeight());
  }
}
