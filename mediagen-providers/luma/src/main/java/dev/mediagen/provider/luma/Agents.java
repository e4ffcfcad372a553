// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.MediaKind;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * The Agents API: one path for pictures and videos, and a {@code type} that tells what is wanted. A
 * picture or video is a URL, base64 with its media type, or the id of an earlier generation.
 */
final class Agents extends Generations {
  @Override
  public HttpCall submit(Task task) {
    checkJobs(task, true);
    boolean film = task.kind() == MediaKind.VIDEO;
    ObjectNode body = task.parameters();
    body.put("model", task.modelName());
    boolean edit = !task.inputs("source").isEmpty();
    if (!body.has("type")) {
      String kind = film ? "video" : "image";
      body.put("type", edit ? kind + "_edit" : kind);
    }
    for (Input source : task.inputs("source")) {
      ObjectNode place = body.withObjectProperty("source");
      reference(place, source);
      // Nothing else tells that a URL leads to a video.
      if (film && source.delivery() == Delivery.URL && !place.has("media_type")) {
        place.put("media_type", "video/mp4");
      }
    }
    frame(body, task, "firstFrame", "start_frame");
    frame(body, task, "lastFrame", "end_frame");
    List<Input> references = task.inputs("references");
    int most = edit ? 8 : 9;
    if (references.size() > most) {
      throw InvalidRequestException.of(
          "references", references.size(), "at most " + most + ", an edit one fewer than others");
    }
    if (!references.isEmpty()) {
      ArrayNode list = body.putArray("image_ref");
      references.forEach(input -> reference(list.addObject(), input));
    }
    return HttpCall.post("/generations").json(body);
  }

  private static void frame(ObjectNode body, Task task, String role, String field) {
    task.inputs(role)
        .forEach(
            input -> reference(body.withObjectProperty("video").withObjectProperty(field), input));
  }

  private static void reference(ObjectNode place, Input input) {
    switch (input.delivery()) {
      case URL -> place.set("url", input.node());
      case BASE64 -> place.put("media_type", input.mediaType()).set("data", input.node());
      default -> place.put("generation_id", input.text());
    }
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/generations/" + job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    return read(reply);
  }

  @Override
  List<Output> outputs(Fields generation) {
    List<Output> outputs = new ArrayList<>();
    for (JsonNode entry : generation.node().path("output")) {
      Fields output = new Fields(entry);
      String role = output.text("type").filter("video"::equals).orElse("image");
      output.text("url").ifPresent(url -> outputs.add(Output.url(role, url).build()));
    }
    return outputs;
  }

  /** Luma documents none for this API. */
  @Override
  public boolean webhooks() {
    return false;
  }
}
