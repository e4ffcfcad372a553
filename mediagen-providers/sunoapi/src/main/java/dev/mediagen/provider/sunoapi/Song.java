// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.sunoapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Songs, always two at a time: from an idea alone, or «custom», from words, a style and a title;
 * from nothing, from a recording, or from a song made before.
 */
final class Song extends SunoTask {
  /** With the number of an output: the id of the track, which tools ask for beside the task. */
  static final String TRACK = "track.";

  private final boolean extension;

  Song(String path) {
    super(path, "/generate/record-info");
    extension = path.endsWith("extend");
  }

  @Override
  ObjectNode body(Task task) {
    ObjectNode body = task.fields().put("model", task.modelName());
    Optional<String> idea = task.parameter("prompt");
    Optional<String> lyrics = task.parameter("lyrics");
    boolean own = body.has("style") || body.has("title") || lyrics.isPresent();
    if (own && !body.has("style")) {
      idea.ifPresent(style -> body.put("style", style));
    }
    (own ? lyrics : idea).ifPresent(text -> body.put("prompt", text));
    if (extension) {
      body.remove("instrumental");
      return body.put("defaultParamFlag", own || body.has("continueAt"));
    }
    return body.put("customMode", own)
        .put("instrumental", body.path("instrumental").asBoolean(false));
  }

  /** Before the end, a track can be heard as a stream; it counts when its file is there. */
  @Override
  void read(Fields task, JobUpdate.Builder update) {
    List<Output> outputs = new ArrayList<>();
    for (JsonNode node : task.node().path("response").path("sunoData")) {
      Fields track = new Fields(node);
      Optional<String> id = track.text("id");
      Optional<String> url = track.text("audioUrl").or(() -> track.text("streamAudioUrl"));
      if (url.isPresent()) {
        id.ifPresent(known -> update.data(TRACK + outputs.size(), known));
        outputs.add(
            Output.url("audio", url.get()).id(id).duration(track.seconds("duration")).build());
      }
      track
          .text("imageUrl")
          .ifPresent(image -> outputs.add(Output.url("thumbnail", image).build()));
      for (String fact : new String[] {"title", "tags", "prompt", "modelName"}) {
        track.text(fact).ifPresent(text -> update.metadata(fact, text));
      }
    }
    update.outputs(outputs);
  }
}
