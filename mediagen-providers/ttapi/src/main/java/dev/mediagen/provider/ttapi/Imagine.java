// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ttapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Task;

/** Pictures from words; whatever else is wanted becomes flags behind them. */
final class Imagine extends Midjourney {
  Imagine() {
    super("/midjourney/v1/imagine");
  }

  @Override
  ObjectNode body(Task task) {
    ObjectNode fields = task.parameters();
    String prompt = Prompt.of(task, fields);
    fields.put("prompt", prompt);
    if (!fields.has("getUImages")) {
      fields.put("getUImages", true);
    }
    // By default the reseller translates, so that nobody knows what Midjourney was told.
    if (!fields.has("translation")) {
      fields.put("translation", false);
    }
    return fields;
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    JobUpdate update = super.onSubmit(task, reply);
    boolean changed =
        task.parameter("prompt").filter(text -> !text.equals(Prompt.harmless(text))).isPresent();
    return changed
        ? update.toBuilder()
            .warning("dashes in the prompt were shortened, since Midjourney takes them for flags")
            .build()
        : update;
  }
}
