// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Task;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Veo at Vertex AI: a long-running operation that is asked for by POST, since its name goes into
 * the body. It has no queue, no progress, and cannot be cancelled.
 */
final class Veo implements Operation {
  private static final Map<String, String> FIELDS =
      Map.of("firstFrame", "image", "lastFrame", "lastFrame", "source", "video");

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.parameters();
    ObjectNode instance = body.putArray("instances").addObject();
    task.parameter("prompt").ifPresent(text -> instance.put("prompt", text));
    for (Input input : task.inputs()) {
      if (input.role().equals("references")) {
        ObjectNode reference = instance.withArray("referenceImages").addObject();
        Vertex.file(reference.putObject("image"), input);
        reference.put("referenceType", "asset");
      } else {
        Vertex.file(instance.putObject(FIELDS.getOrDefault(input.role(), input.role())), input);
      }
    }
    return Vertex.model(task, ":predictLongRunning", body);
  }

  /** Those of the Gemini API do not reach this far. */
  @Override
  public boolean webhooks() {
    return false;
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return JobUpdate.accepted(reply.required("/name")).build();
  }

  /** The name of the operation has all that is needed: project, location and model. */
  @Override
  public HttpCall poll(JobHandle job) {
    String name = job.jobId();
    return Vertex.call(
        name.replaceAll(".*/locations/([^/]*)/.*", "$1"),
        "/" + name.replaceAll("/operations/.*", "") + ":fetchPredictOperation",
        JsonNodeFactory.instance.objectNode().put("operationName", name));
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    if (!reply.at("/done").orElse("false").equals("true")) {
      reply.json();
      return JobUpdate.of(JobState.RUNNING).build();
    }
    JsonNode error = reply.json().path("error");
    if (error.isObject()) {
      JobUpdate failed = JobUpdate.failed(Errors.ofJob(error));
      return error.path("code").asInt() == 1
          ? failed.toBuilder().state(JobState.CANCELED).build()
          : failed;
    }
    JsonNode response = reply.json().path("response");
    JobUpdate.Builder update = JobUpdate.of(JobState.SUCCEEDED);
    for (JsonNode video : response.path("videos")) {
      Vertex.output("video", reply, video, "bytesBase64Encoded").ifPresent(update::output);
    }
    int filtered = response.path("raiMediaFilteredCount").asInt(0);
    JobUpdate read = update.build();
    if (filtered > 0 && read.outputs().isEmpty()) {
      return JobUpdate.failed(Errors.refusal("raiMediaFiltered", reasons(response)));
    }
    return filtered == 0
        ? read
        : read.toBuilder()
            .warning(filtered + " videos were held back: " + reasons(response))
            .build();
  }

  private static String reasons(JsonNode response) {
    return StreamSupport.stream(response.path("raiMediaFilteredReasons").spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining("; "));
  }
}
