// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.speech;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.local.sketch.model.Artifact;
import dev.mediagen.local.sketch.model.Field;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.Media;
import dev.mediagen.local.sketch.model.ModelCard;
import dev.mediagen.local.sketch.model.RunFailed;
import dev.mediagen.local.sketch.model.SketchModel;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code sketch-transcript}: gives back the text of files that {@code sketch-speech} made. It
 * recognises no speech: the text comes out of the file's comment, the times are by word length.
 */
public final class TranscriptSketch implements SketchModel {
  private static final Pattern GAP = Pattern.compile("\\s+");
  private static final Field SOURCE =
      Field.media("source", "A WAV file that sketch-speech made.").must().also("audio");

  @Override
  public ModelCard card() {
    return new ModelCard(
        "sketch-transcript",
        "transcript",
        "Returns the text kept in files of sketch-speech; recognises no speech. No AI model.",
        List.of(SOURCE),
        List.of("application/json"));
  }

  @Override
  public Work plan(Input input) {
    Media audio = input.media(SOURCE).orElseThrow();
    return progress -> {
      progress.step(1, 2, "read");
      SpeechNote note =
          SpeechNote.read(audio.bytes())
              .orElseThrow(
                  () ->
                      new RunFailed(
                          "unsupported_input",
                          "sketch-transcript is no model and recognises no speech: it can only"
                              + " return the text of WAV files that sketch-speech made."));
      ObjectNode facts = transcript(note);
      byte[] bytes = facts.toString().getBytes(UTF_8);
      progress.step(2, 2, "written");
      return List.of(
          new Artifact(bytes, "application/json", "json", "json", facts).lasting(note.seconds()));
    };
  }

  private static ObjectNode transcript(SpeechNote note) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("text", note.text()).put("language", "en");
    ArrayNode segments = json.putArray("segments");
    String[] words = GAP.split(note.text(), -1);
    double letters = 0;
    for (String word : words) {
      letters += word.length() + 1.5;
    }
    double start = 0;
    for (String word : words) {
      double end = start + note.seconds() * (word.length() + 1.5) / letters;
      segments.addObject().put("start", round(start)).put("end", round(end)).put("text", word);
      start = end;
    }
    return json;
  }

  private static double round(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
