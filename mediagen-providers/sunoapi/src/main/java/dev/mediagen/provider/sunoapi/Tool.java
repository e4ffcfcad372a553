// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.sunoapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is made of a song that was made before: stems, a WAV file, a video, a cover picture. */
final class Tool extends SunoTask {
  private final boolean ofTrack;

  Tool(String path) {
    super(path + "/generate", path + "/record-info");
    ofTrack = !path.equals("/suno/cover");
  }

  @Override
  ObjectNode body(Task task) {
    Input song = task.inputs("source").get(0);
    ObjectNode body = task.parameters().put("taskId", song.text());
    if (ofTrack) {
      body.put("audioId", track(song));
    }
    return body;
  }

  private static String track(Input song) {
    return song.job()
        .map(job -> job.data().get(Song.TRACK + song.output()))
        .orElseThrow(
            () ->
                InvalidRequestException.of(
                    "source",
                    song.text(),
                    "must be a handle from the result of a song, and the number of a track in it"));
  }

  /** Every field of the answer that ends in Url is a file; cover pictures are a list. */
  @Override
  void read(Fields task, JobUpdate.Builder update) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : task.node().path("response").properties()) {
      String name = field.getKey();
      if (name.endsWith("Url") && !field.getValue().asText().isEmpty()) {
        String role = name.startsWith("video") ? "video" : "audio";
        update.output(Output.url(role, field.getValue().asText()).build());
        names.add(name.substring(0, name.length() - "Url".length()));
      }
    }
    for (JsonNode picture : task.node().path("response").path("images")) {
      update.output(Output.url("image", picture.asText()).build());
    }
    if (names.size() > 1) {
      update.metadata("stems", names);
    }
  }
}
