// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.kling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobIntent;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Task;
import java.util.Map;
import java.util.Optional;

/** The older API: a path for each operation, where tasks are started and asked for. */
final class Legacy extends Tasks {
  private static final Map<String, String> ROLES =
      Map.of(
          "videos", "video",
          "images", "image",
          "series_images", "image",
          "audios", "audio");

  private final String path;

  Legacy(String path) {
    this.path = path;
  }

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.fields();
    if (task.modelName().startsWith("k") && !path.endsWith("/video-extend")) {
      body.put("model_name", task.modelName());
    }
    if (path.endsWith("/lip-sync")) {
      speech(task, body.withObjectProperty("input"));
    }
    body.put("external_task_id", task.clientId());
    task.callback().ifPresent(url -> body.put("callback_url", url.toString()));
    return HttpCall.post(path).json(body);
  }

  /** Lips follow a recording, or a text that Kling speaks. */
  private static void speech(Task task, ObjectNode input) {
    task.inputs("soundtrack").stream()
        .findFirst()
        .ifPresentOrElse(
            sound ->
                input
                    .put("mode", "audio2video")
                    .put("audio_type", sound.delivery() == Delivery.URL ? "url" : "file"),
            () -> input.put("mode", "text2video"));
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return JobUpdate.accepted(reply.required("/data/task_id")).build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get(path + "/" + job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    return read(reply.fields("/data"));
  }

  @Override
  public Optional<JobUpdate> onWebhook(JobHandle job, HttpReply delivery) {
    return Optional.of(read(delivery.fields("")));
  }

  private static JobUpdate read(Fields task) {
    JobUpdate.Builder update =
        state(task, "task_status", "task_status_msg")
            .cost(units(task.text("final_unit_deduction")));
    task.node()
        .path("task_result")
        .fields()
        .forEachRemaining(
            list -> {
              for (JsonNode entry : list.getValue()) {
                String role = ROLES.getOrDefault(list.getKey(), list.getKey());
                url(entry)
                    .map(url -> output(role, url, entry, task, "updated_at"))
                    .ifPresent(output -> update.output(output.build()));
              }
            });
    return update.build();
  }

  @Override
  public HttpCall lookUp(JobIntent lost) {
    return HttpCall.get(path + "/" + lost.clientId());
  }

  @Override
  public Optional<JobUpdate> onLookUp(JobIntent lost, HttpReply reply) {
    return found(reply, "/data/task_id");
  }
}
