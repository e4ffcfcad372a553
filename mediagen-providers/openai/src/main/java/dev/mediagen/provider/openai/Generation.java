// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /images/generations}: the reply is the picture. */
class Generation implements Operation {
  /** The field whose text is the picture. */
  static final String PICTURE = "b64_json";

  @Override
  public HttpCall submit(Task task) {
    return HttpCall.post("/images/generations")
        .json(task.fields().put("model", task.modelName()))
        .binary(PICTURE);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    List<Output> outputs = new ArrayList<>();
    for (JsonNode entry : reply.json().path("data")) {
      picture(reply, entry).ifPresent(outputs::add);
    }
    JobUpdate.Builder update = JobUpdate.succeeded(outputs).cost(Usage.ofImages(reply));
    task.parameter("count")
        .map(Integer::valueOf)
        .filter(wanted -> !outputs.isEmpty() && outputs.size() < wanted)
        .ifPresent(
            wanted -> update.warning(outputs.size() + " of " + wanted + " pictures were made"));
    return update.build();
  }

  /** OpenAI gives bytes; servers that only speak its language may give a URL. */
  private static Optional<Output> picture(HttpReply reply, JsonNode entry) {
    Output.Builder output;
    if (entry.hasNonNull(PICTURE)) {
      output = Output.bytes("image", reply.blob(entry.get(PICTURE)));
    } else if (entry.hasNonNull("url")) {
      output = Output.url("image", entry.get("url").asText());
    } else {
      return Optional.empty();
    }
    reply.at("/output_format").map(Generation::mediaType).ifPresent(output::mediaType);
    Size.of(reply).ifPresent(size -> output.width(size.width()).height(size.height()));
    return Optional.of(output.build());
  }

  private static String mediaType(String format) {
    return format.equals("svg") ? "image/svg+xml" : "image/" + format;
  }

  @Override
  public boolean synchronous() {
    return true;
  }
}
