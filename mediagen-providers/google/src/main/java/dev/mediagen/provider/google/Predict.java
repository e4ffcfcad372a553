// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpCall.BinaryText;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.util.ArrayList;
import java.util.List;

/** {@code :predict} at Vertex AI, whose reply has the outputs: Lyria 2. */
final class Predict implements Operation {
  @Override
  public HttpCall submit(Task task) {
    ObjectNode fields = task.parameters();
    ObjectNode body = fields.objectNode();
    ObjectNode parameters = body.putObject("parameters");
    if (fields.has("sample_count")) {
      parameters.set("sample_count", fields.remove("sample_count"));
    }
    body.putArray("instances").add(fields);
    return Vertex.model(task, ":predict", body).binary("audioContent", BinaryText.BASE64);
  }

  @Override
  public boolean synchronous() {
    return true;
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    List<Output> outputs = new ArrayList<>();
    for (JsonNode entry : reply.json().path("predictions")) {
      String bytes = entry.has("audioContent") ? "audioContent" : "bytesBase64Encoded";
      Vertex.output("audio", reply, entry, bytes).ifPresent(outputs::add);
    }
    return outputs.isEmpty()
        ? JobUpdate.failed(
            Errors.refusal(
                reply.at("/predictions/0/raiFilteredReason").orElse("filtered"),
                "no recording came"))
        : JobUpdate.succeeded(outputs).build();
  }
}
