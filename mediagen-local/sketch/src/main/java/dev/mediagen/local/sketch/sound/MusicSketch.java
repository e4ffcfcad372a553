// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.sound;

import dev.mediagen.local.sketch.model.Artifact;
import dev.mediagen.local.sketch.model.CommonFields;
import dev.mediagen.local.sketch.model.Field;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.InvalidInput;
import dev.mediagen.local.sketch.model.ModelCard;
import dev.mediagen.local.sketch.model.SketchModel;
import dev.mediagen.local.sketch.scene.Words;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** {@code sketch-music}: a short instrumental piece whose mood follows the words. */
public final class MusicSketch implements SketchModel {
  private static final Field DURATION = Field.number("duration", 1, 60, "Seconds.").or(8);
  private static final Field STYLE =
      Field.text("style", 400, "More words for the mood.").also("tags");

  private static final Field TEMPO =
      Field.number("tempo", 40, 200, "Beats a minute; follows the words if left out.");
  private static final Field INSTRUMENTAL =
      Field.flag("instrumental", "Only true is possible: nothing is sung.").or(true);

  @Override
  public ModelCard card() {
    return new ModelCard(
        "sketch-music",
        "music",
        "Composes an instrumental piece by rule; sings nothing. No AI model.",
        List.of(CommonFields.PROMPT, CommonFields.SEED, DURATION, STYLE, TEMPO, INSTRUMENTAL),
        List.of("audio/wav"));
  }

  @Override
  public Work plan(Input input) {
    Words words = new Words((input.text(CommonFields.PROMPT) + " " + input.text(STYLE)).strip());
    long seed = input.seed();
    double seconds = input.number(DURATION);
    OptionalDouble tempo =
        input.has(TEMPO) ? OptionalDouble.of(input.number(TEMPO)) : OptionalDouble.empty();
    if (!input.flag(INSTRUMENTAL)) {
      throw new InvalidInput(
          "instrumental", "value_error", "instrumental was false; allowed: true, nothing is sung");
    }
    return progress -> {
      Random chance = new Random(words.hash() * 31 + seed * 0x9E3779B97F4A7C15L);
      Mood heard = Mood.of(words, chance);
      Mood mood = tempo.isPresent() ? heard.at(tempo.getAsDouble()) : heard;
      Mix mix = new Mix(seconds);
      Piece piece = new Piece(mood, chance, mix);
      int bars = piece.bars(seconds);
      for (int i = 0; i < bars; i++) {
        piece.bar(i, i == bars - 1 && i > 0);
        progress.step(i + 1, bars + 1, "bar " + (i + 1));
      }
      mix.room(0.35);
      mix.fade(0.005, Math.min(1.2, seconds / 4));
      byte[] file = mix.file();
      progress.step(bars + 1, bars + 1, "mixed");
      return List.of(Artifact.of(file, "audio/wav", "wav", "audio").lasting(seconds).seeded(seed));
    };
  }
}
