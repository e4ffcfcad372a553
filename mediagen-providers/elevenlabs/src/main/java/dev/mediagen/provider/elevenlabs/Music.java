// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Task;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code POST /v1/music}: of an idea, or of a plan. Words to be sung make a plan of one chunk,
 * whose styles are the idea and the style.
 */
final class Music extends Audio {
  @Override
  HttpCall call(Task task, ObjectNode body) {
    Optional<String> lyrics = task.parameter("lyrics");
    if (lyrics.isPresent()) {
      JsonNode length = body.remove("music_length_ms");
      body.remove("force_instrumental");
      ObjectNode chunk = body.putObject("composition_plan").putArray("chunks").addObject();
      chunk.put("text", lyrics.get());
      chunk.set("duration_ms", length);
      ArrayNode wanted = chunk.putArray("positive_styles");
      idea(task).forEach(wanted::add);
      ArrayNode unwanted = chunk.putArray("negative_styles");
      task.parameter("negativePrompt").ifPresent(unwanted::add);
    } else if (!body.has("composition_plan")) {
      body.put("prompt", idea(task).collect(Collectors.joining(", ")));
    }
    return HttpCall.post("/v1/music").json(body.put("model_id", task.modelName()));
  }

  private static Stream<String> idea(Task task) {
    return Stream.of("prompt", "style").flatMap(name -> task.parameter(name).stream());
  }
}
