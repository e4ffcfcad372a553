// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.speech;

import dev.mediagen.local.sketch.model.Artifact;
import dev.mediagen.local.sketch.model.Field;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.ModelCard;
import dev.mediagen.local.sketch.model.RunFailed;
import dev.mediagen.local.sketch.model.SketchModel;
import dev.mediagen.local.sketch.sound.Wave;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code sketch-speech}: English text read aloud by a diphone voice of the 1990s. The text is kept
 * in the file's comment, where {@link TranscriptSketch} finds it.
 */
public final class SpeechSketch implements SketchModel {
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;:])\\s+|\\n+");
  private static final Field TEXT = Field.text("text", 2000, "What to say, in English.").must();
  private static final Field VOICE = Field.choice("voice", "Who says it.", "kevin16", "kevin");
  private static final Field SPEED = Field.number("speed", 0.5, 2, "1 is the usual pace.").or(1);

  private static final Field LANGUAGE = Field.choice("language", "Of the text.", "en", "en-us");

  @Override
  public ModelCard card() {
    return new ModelCard(
        "sketch-speech",
        "speech",
        "Reads English text aloud with a FreeTTS diphone voice. No AI model.",
        List.of(TEXT, VOICE, SPEED, LANGUAGE),
        List.of("audio/wav"));
  }

  @Override
  public Work plan(Input input) {
    String text = input.text(TEXT);
    String voice = input.choice(VOICE);
    double speed = input.number(SPEED);
    input.choice(LANGUAGE);
    return progress -> {
      String[] sentences = SENTENCE.split(text, -1);
      short[][] parts = new short[sentences.length][];
      int rate = 16_000;
      for (int i = 0; i < sentences.length; i++) {
        SpokenWave spoken = SpokenWave.speak(voice, sentences[i], speed);
        parts[i] = spoken.samples();
        rate = spoken.rate();
        progress.step(i + 1, sentences.length, "sentence " + (i + 1));
      }
      short[] samples = join(parts);
      if (samples.length == 0) {
        throw new RunFailed("unsupported_input", "The text holds nothing that can be spoken.");
      }
      byte[] file = Wave.file(samples, 1, rate, SpeechNote.write(text));
      return List.of(
          Artifact.of(file, "audio/wav", "wav", "audio").lasting(samples.length / (double) rate));
    };
  }

  private static short[] join(short[][] parts) {
    int length = 0;
    for (short[] part : parts) {
      length += part.length;
    }
    short[] all = new short[length];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
