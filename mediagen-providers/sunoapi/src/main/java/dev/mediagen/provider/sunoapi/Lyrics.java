// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.sunoapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.nio.charset.StandardCharsets;

/** The words of songs, from an idea; each version is an output of its own. */
final class Lyrics extends SunoTask {
  Lyrics() {
    super("/lyrics", "/lyrics/record-info");
  }

  @Override
  ObjectNode body(Task task) {
    return task.fields();
  }

  @Override
  void read(Fields task, JobUpdate.Builder update) {
    for (JsonNode version : task.node().path("response").path("data")) {
      new Fields(version)
          .text("text")
          .ifPresent(
              text ->
                  update.output(
                      Output.bytes("text", Blob.of(text.getBytes(StandardCharsets.UTF_8)))
                          .mediaType("text/plain")
                          .build()));
    }
  }
}
