// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Task;
import java.util.List;

/** Videos from text, from frames, from another video: three paths, nearly the same fields. */
final class Video extends RunwayTask {
  private final boolean framed;
  private final boolean fromText;

  Video(String path) {
    super(path, "video");
    framed = path.equals("image_to_video");
    fromText = path.equals("text_to_video");
  }

  static boolean hasFrames(Task task) {
    return !task.inputs("firstFrame").isEmpty() || !task.inputs("lastFrame").isEmpty();
  }

  @Override
  ObjectNode body(Task task) {
    ObjectNode body = task.parameters();
    if (framed && task.model().facts().containsKey("framed")) {
      task.parameter("resolution").ifPresent(size -> body.put("resolution", size));
    } else {
      Ratio.place(task, body);
    }
    if (fromText) {
      checkRatio(task, body);
    }
    String edited = task.model().facts().getOrDefault("edit", "");
    if (!edited.isEmpty() && body.path("mode").asText().equals("edit")) {
      body.put("duration", edited);
    }
    ArrayNode frames = body.arrayNode();
    add(frames, task, "firstFrame", "first");
    add(frames, task, "lastFrame", "last");
    if (!frames.isEmpty()) {
      body.set("promptImage", frames);
    }
    ArrayNode references = body.arrayNode();
    task.inputs("references").forEach(input -> references.addObject().set("uri", input.node()));
    if (!references.isEmpty()) {
      body.set("references", references);
    }
    List<Input> sounds = task.inputs("soundtrack");
    if (!sounds.isEmpty()) {
      ArrayNode audio = body.putArray("referenceAudio");
      sounds.forEach(input -> audio.addObject().put("type", "audio").set("uri", input.node()));
    }
    for (Input source : task.inputs("source")) {
      body.set(task.model().facts().getOrDefault("source", "videoUri"), source.node());
    }
    return body;
  }

  private static void add(ArrayNode frames, Task task, String role, String position) {
    for (Input frame : task.inputs(role)) {
      frames.addObject().put("position", position).set("uri", frame.node());
    }
  }

  /** Some models have fewer shapes where no frame gives one. */
  private static void checkRatio(Task task, ObjectNode body) {
    String taken = task.model().facts().getOrDefault("text", "");
    String ratio = body.path("ratio").asText();
    if (!taken.isEmpty() && body.has("ratio") && !List.of(taken.split(" ")).contains(ratio)) {
      throw InvalidRequestException.of(
          "aspectRatio", ratio, "without a first frame the model takes only " + taken);
    }
  }
}
