// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.sound;

import dev.mediagen.local.sketch.model.Artifact;
import dev.mediagen.local.sketch.model.CommonFields;
import dev.mediagen.local.sketch.model.Field;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.ModelCard;
import dev.mediagen.local.sketch.model.SketchModel;
import dev.mediagen.local.sketch.scene.Words;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** {@code sketch-sound}: the sounds that the words name, laid over each other. */
public final class SoundSketch implements SketchModel {
  private static final Field DURATION = Field.number("duration", 0.5, 30, "Seconds.").or(4);
  private static final Field LOOP = Field.flag("loop", "Whether the end leads into the start.");

  @Override
  public ModelCard card() {
    return new ModelCard(
        "sketch-sound",
        "sound",
        "Makes rain, wind, waves, thunder, bells, steps, … by rule. No AI model.",
        List.of(CommonFields.PROMPT, CommonFields.SEED, DURATION, LOOP),
        List.of("audio/wav"));
  }

  @Override
  public Work plan(Input input) {
    Words words = new Words(input.text(CommonFields.PROMPT));
    long seed = input.seed();
    double seconds = input.number(DURATION);
    boolean loop = input.flag(LOOP);
    return progress -> {
      Random chance = new Random(words.hash() * 31 + seed * 0x9E3779B97F4A7C15L);
      Mix mix = new Mix(seconds);
      List<Effect> effects = Effect.in(words);
      for (int i = 0; i < effects.size(); i++) {
        effects.get(i).add(mix, chance);
        progress.step(i + 1, effects.size() + 1, effects.get(i).name().toLowerCase(Locale.ROOT));
      }
      if (loop) {
        mix.loop(0.4);
      } else {
        mix.fade(0.004, Math.min(0.5, seconds / 4));
      }
      byte[] file = mix.file();
      progress.step(effects.size() + 1, effects.size() + 1, "mixed");
      return List.of(Artifact.of(file, "audio/wav", "wav", "audio").lasting(seconds).seeded(seed));
    };
  }
}
