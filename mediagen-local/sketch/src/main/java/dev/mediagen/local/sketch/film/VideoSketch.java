// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.film;

import dev.mediagen.local.sketch.draw.Composition;
import dev.mediagen.local.sketch.model.Artifact;
import dev.mediagen.local.sketch.model.CommonFields;
import dev.mediagen.local.sketch.model.Field;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.ModelCard;
import dev.mediagen.local.sketch.model.SketchModel;
import dev.mediagen.local.sketch.picture.GivenPicture;
import dev.mediagen.local.sketch.scene.Scene;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** {@code sketch-video}: a landscape that moves, or a slow pan over a given picture. */
public final class VideoSketch implements SketchModel {
  private static final Field WIDTH =
      Field.whole("width", 64, 1024, "Pixels across.").inStepsOf(16).or(512);
  private static final Field HEIGHT =
      Field.whole("height", 64, 1024, "Pixels down.").inStepsOf(16).or(288);
  private static final Field DURATION = Field.number("duration", 1, 10, "Seconds.").or(3);
  private static final Field FPS = Field.whole("fps", 1, 30, "Pictures per second.").or(12);
  private static final Field FIRST_FRAME =
      Field.media("first_frame", "A picture to move into.").also("image");

  @Override
  public ModelCard card() {
    return new ModelCard(
        "sketch-video",
        "video",
        "Films a moving landscape by rule, H.264 in MP4, without sound. No AI model.",
        List.of(CommonFields.PROMPT, CommonFields.SEED, WIDTH, HEIGHT, DURATION, FPS, FIRST_FRAME),
        List.of("video/mp4"));
  }

  @Override
  public Work plan(Input input) {
    String prompt = input.text(CommonFields.PROMPT);
    long seed = input.seed();
    int width = input.whole(WIDTH);
    int height = input.whole(HEIGHT);
    int fps = input.whole(FPS);
    int frames = (int) Math.max(1, Math.round(input.number(DURATION) * fps));
    Optional<GivenPicture> first = GivenPicture.read(input, FIRST_FRAME);
    Scene scene = Scene.read(prompt, seed);
    return progress -> {
      Optional<Pan> pan = first.map(picture -> new Pan(picture.pixels(), width, height));
      Mp4Writer film = new Mp4Writer(width, height, fps);
      for (int i = 0; i < frames; i++) {
        double time = i / (double) fps;
        BufferedImage picture =
            pan.isPresent()
                ? pan.get().at(i / (double) frames)
                : Composition.picture(scene, width, height, time);
        film.add(picture);
        progress.step(i + 1, frames, "frame " + (i + 1));
      }
      return List.of(
          Artifact.of(film.finish(), "video/mp4", "mp4", "video")
              .sized(width, height)
              .lasting(frames / (double) fps)
              .seeded(seed));
    };
  }
}
