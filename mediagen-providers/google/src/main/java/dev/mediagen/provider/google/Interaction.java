// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpCall.BinaryText;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.util.List;
import java.util.Optional;

/**
 * Videos by an interaction in the background: asked for until it is completed, then its file until
 * that is active. A completed interaction without a video is how Gemini Omni says no.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs/video">Video</a>
 */
final class Interaction implements Operation {
  private static final String FILE = "file";

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.parameters().put("model", task.modelName()).put("background", true);
    body.withObjectProperty("response_format").put("type", "video").put("delivery", "uri");
    Optional<String> prompt = task.parameter("prompt");
    if (task.inputs().isEmpty()) {
      prompt.ifPresent(text -> body.put("input", text));
    } else {
      ArrayNode input = body.putArray("input");
      task.inputs().forEach(one -> Steps.add(input, type(one), one));
      prompt.ifPresent(text -> input.addObject().put("type", "text").put("text", text));
      ObjectNode video =
          body.withObjectProperty("generation_config").withObjectProperty("video_config");
      if (!video.has("task")) {
        video.put("task", purpose(task));
      }
    }
    task.callback()
        .ifPresent(url -> body.putObject("webhook_config").putArray("uris").add(url.toString()));
    return HttpCall.post("/interactions").json(body);
  }

  private static String type(Input input) {
    return input.role().equals("source") || input.mediaType().startsWith("video/")
        ? "video"
        : "image";
  }

  /** Google cannot tell a first frame from a reference by itself. */
  private static String purpose(Task task) {
    if (!task.inputs("source").isEmpty()) {
      return "edit";
    }
    return task.inputs("references").isEmpty() ? "image_to_video" : "reference_to_video";
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return JobUpdate.accepted(reply.required("/id")).build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return job.stage().equals(FILE)
        ? HttpCall.get("/" + job.data().get("name"))
        : HttpCall.get("/interactions/" + job.jobId()).binary("data", BinaryText.BASE64);
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    return job.stage().equals(FILE) ? file(job, reply) : interaction(reply);
  }

  private static JobUpdate interaction(HttpReply reply) {
    JobUpdate update = Steps.state(reply).build();
    if (update.state() != JobState.SUCCEEDED) {
      return update;
    }
    StringBuilder said = new StringBuilder();
    for (JsonNode content : Steps.contents(reply)) {
      Fields fields = new Fields(content);
      if (content.path("type").asText().equals("video")) {
        Optional<JobUpdate> found = video(update, reply, content, fields);
        if (found.isPresent()) {
          return found.get();
        }
      }
      fields.text("text").ifPresent(said::append);
    }
    return update.toBuilder()
        .state(JobState.FAILED)
        .failure(
            Steps.counted(reply, "video")
                ? Errors.nothing("completed", "a video was counted, and none can be read")
                : Errors.refusal(
                    "completed", said.isEmpty() ? "completed without a video" : said.toString()))
        .build();
  }

  private static Optional<JobUpdate> video(
      JobUpdate update, HttpReply reply, JsonNode content, Fields fields) {
    if (content.has("data")) {
      return Optional.of(
          update.toBuilder()
              .output(
                  Output.bytes("video", reply.blob(content.get("data")))
                      .mediaType(fields.text("mime_type"))
                      .build())
              .build());
    }
    return fields
        .text("uri")
        .map(
            uri -> {
              int files = uri.indexOf("/files/");
              if (files < 0) {
                return update.toBuilder().output(Output.url("video", uri).build()).build();
              }
              String name = uri.substring(files + 1).replaceAll("[:?].*", "");
              return JobUpdate.next(FILE)
                  .cost(update.cost())
                  .data("name", name)
                  .data("uri", uri)
                  .build();
            });
  }

  /** The file may still be worked on when the interaction is completed. */
  private static JobUpdate file(JobHandle job, HttpReply reply) {
    String uri = job.data().getOrDefault("uri", "");
    return switch (reply.at("/state").orElse("ACTIVE")) {
      case "PROCESSING" -> JobUpdate.of(JobState.RUNNING).build();
      case "FAILED" -> JobUpdate.failed(Errors.ofJob(reply.json().path("error")));
      default ->
          JobUpdate.succeeded(
                  List.of(
                      Output.url("video", uri.contains("alt=media") ? uri : download(uri))
                          .mediaType(reply.at("/mimeType"))
                          .size(reply.fields("").whole("sizeBytes"))
                          .expiresAt(reply.at("/expirationTime").flatMap(Times::moment))
                          .build()))
              .build();
    };
  }

  private static String download(String uri) {
    String path = uri.endsWith(":download") ? uri : uri + ":download";
    return path + "?alt=media";
  }

  @Override
  public Optional<HttpCall> cancel(JobHandle job) {
    return Optional.of(
        HttpCall.post("/interactions/" + job.jobId() + "/cancel")
            .json(JsonNodeFactory.instance.objectNode()));
  }

  @Override
  public CancelOutcome onCancel(JobHandle job, HttpReply reply) {
    return reply.success() ? CancelOutcome.CANCELED : CancelOutcome.TOO_LATE;
  }
}
