// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Task;

/** {@code POST /v1/speech-to-text}: the reply is the transcript. */
class Transcription implements Operation {
  @Override
  public final HttpCall submit(Task task) {
    ObjectNode form = task.fields().put("model_id", task.modelName());
    task.parameter("outputFormat")
        .filter(format -> !format.equals("json"))
        .ifPresent(
            format -> {
              ObjectNode file = form.objectNode().put("format", Words.extension(format));
              // The field is one text with a list in it, and not a field for each entry.
              form.put("additional_formats", form.arrayNode().add(file).toString());
            });
    return HttpCall.post("/v1/speech-to-text").multipart(form);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return new Words(
            task.parameter("outputFormat").orElse(Words.JSON),
            task.parameter("timestamps").isPresent())
        .read(reply.json());
  }

  @Override
  public boolean synchronous() {
    return true;
  }

  /**
   * A call has no place for an address: what is made in the background is told to the webhooks that
   * are set up in the workspace. Those deliveries are read, and asking goes on as if none came.
   */
  @Override
  public boolean webhooks() {
    return false;
  }
}
