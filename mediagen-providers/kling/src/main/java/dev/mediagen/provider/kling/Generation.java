// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.kling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobIntent;
import dev.mediagen.catalog.Cost;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Task;
import java.util.Map;
import java.util.Optional;

/**
 * The newer API: the model is the last part of the path, pictures and videos are entries of {@code
 * contents}, and {@code GET /tasks} tells of every task.
 */
final class Generation extends Tasks {
  /** The types of {@code contents} for the roles of inputs; motion control has its own. */
  private static final Map<String, String> CONTENTS =
      Map.of(
          "firstFrame", "first_frame",
          "lastFrame", "last_frame",
          "references", "refer_image",
          "source", "base_video");

  private static final Map<String, String> MOTION =
      Map.of("firstFrame", "image", "source", "video", "references", "element");

  @Override
  public HttpCall submit(Task task) {
    String path = path(task);
    ObjectNode body = task.parameters();
    if (!path.startsWith("/text-to-video/")) {
      contents(task, body, path.startsWith("/motion-control/") ? MOTION : CONTENTS);
    }
    ObjectNode options = body.withObjectProperty("options");
    options.put("external_task_id", task.clientId());
    task.callback().ifPresent(url -> options.put("callback_url", url.toString()));
    return HttpCall.post(path).json(body);
  }

  private static String path(Task task) {
    String model = task.modelName();
    if (model.contains("/")) {
      return "/" + model;
    }
    return task.model()
            .facts()
            .getOrDefault("path", task.inputs().isEmpty() ? "/text-to-video/" : "/image-to-video/")
        + model;
  }

  private static void contents(Task task, ObjectNode body, Map<String, String> types) {
    JsonNode prompt = body.remove("prompt");
    ArrayNode contents = body.putArray("contents");
    if (prompt != null) {
      contents.addObject().put("type", "prompt").set("text", prompt);
    }
    int pictures = 0;
    int elements = 0;
    for (Input input : task.inputs()) {
      ObjectNode entry = contents.addObject();
      if (input.delivery() == Delivery.STORED) {
        entry
            .put("type", "element")
            .put("element_id", input.text())
            .put("id", "element_" + ++elements);
        continue;
      }
      entry.put("type", types.getOrDefault(input.role(), input.role())).set("url", input.node());
      if (input.role().equals("references")) {
        entry.put("id", "image_" + ++pictures);
      }
    }
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return JobUpdate.accepted(reply.required("/data/id")).build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/tasks").query("task_ids", job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    return read(reply.fields("/data/0"));
  }

  @Override
  public Optional<JobUpdate> onWebhook(JobHandle job, HttpReply delivery) {
    return Optional.of(read(delivery.fields("")));
  }

  private static JobUpdate read(Fields task) {
    JobUpdate.Builder update = state(task, "status", "message").cost(cost(task));
    for (JsonNode entry : task.node().path("outputs")) {
      String type = entry.path("type").asText();
      url(entry)
          .map(url -> output(type, url, entry, task, "update_time"))
          .ifPresent(output -> update.output(output.build()));
    }
    return update.build();
  }

  private static Optional<Cost> cost(Fields task) {
    Fields bill = new Fields(task.node().path("billing").path(0));
    boolean dollars =
        bill.text("charge_type").filter("cash"::equals).isPresent()
            && bill.text("currency").filter("USD"::equalsIgnoreCase).isPresent();
    return dollars
        ? bill.number("amount").map(usd -> Cost.vendor(usd, "billed in cash"))
        : units(bill.text("amount"));
  }

  @Override
  public HttpCall lookUp(JobIntent lost) {
    return HttpCall.get("/tasks").query("external_task_ids", lost.clientId());
  }

  @Override
  public Optional<JobUpdate> onLookUp(JobIntent lost, HttpReply reply) {
    return found(reply, "/data/0/id");
  }
}
