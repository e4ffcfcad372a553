// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A model whose runs can be asked to be slow or to fail, so that a program can rehearse both. */
public record Rehearsal(SketchModel model) implements SketchModel {
  private static final Field FAIL =
      Field.choice(
          "fail",
          "Ends the run as failed with this error code.",
          "none",
          "internal",
          "out_of_memory",
          "content_filtered",
          "timeout",
          "unsupported_input");
  private static final Field SLOW =
      Field.number("slow", 0, 60, "Seconds to wait before the work starts.").or(0);

  @Override
  public ModelCard card() {
    ModelCard card = model.card();
    List<Field> fields = new ArrayList<>(card.fields());
    fields.addAll(List.of(FAIL, SLOW));
    return new ModelCard(card.id(), card.modality(), card.description(), fields, card.produces());
  }

  @Override
  public Work plan(Input input) {
    String failure = input.choice(FAIL);
    Duration wait = Duration.ofMillis(Math.round(input.number(SLOW) * 1000));
    Work work = model.plan(input);
    return progress -> {
      progress.pause(wait);
      if (!failure.equals("none")) {
        throw new RunFailed(failure, "This failure was asked for (fail: " + failure + ").");
      }
      return work.make(progress);
    };
  }
}
