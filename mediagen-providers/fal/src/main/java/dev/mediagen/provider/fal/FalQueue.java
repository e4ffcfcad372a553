// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.fal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Task;
import java.util.List;
import java.util.Optional;

/**
 * fal's queue. Submit with the whole endpoint id; ask and cancel with its first two segments. There
 * is no status for «failed»: a job is COMPLETED, and then either the status carries an error or the
 * call for the result answers with one.
 *
 * @see <a href="https://fal.ai/docs/model-apis/model-endpoints/queue">Queue</a>
 */
final class FalQueue implements Operation {
  private static final String RESULT = "result";

  @Override
  public HttpCall submit(Task task) {
    HttpCall call = HttpCall.post("/" + task.modelName()).json(task.fields());
    return task.callback().map(url -> call.query("fal_webhook", url)).orElse(call);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return JobUpdate.accepted(reply.required("/request_id"))
        .queuePosition(reply.fields("").count("queue_position"))
        .build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return job.stage().equals(RESULT)
        ? HttpCall.get(path(job))
        : HttpCall.get(path(job) + "/status").query("logs", 1);
  }

  @Override
  public Optional<HttpCall> events(JobHandle job) {
    return job.stage().equals(RESULT)
        ? Optional.empty()
        : Optional.of(HttpCall.get(path(job) + "/status/stream").query("logs", 1));
  }

  @Override
  public boolean reads(JobHandle job, HttpReply reply) {
    return reply.success() || (job.stage().equals(RESULT) && FalErrors.ofModel(reply));
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    if (job.stage().equals(RESULT)) {
      return reply.success()
          ? FalOutputs.read(job, reply)
          : JobUpdate.failed(FalErrors.read(reply));
    }
    return switch (reply.required("/status")) {
      case "IN_QUEUE" ->
          JobUpdate.of(JobState.QUEUED)
              .queuePosition(reply.fields("").count("queue_position"))
              .build();
      case "IN_PROGRESS" -> JobUpdate.of(JobState.RUNNING).logs(logs(reply)).build();
      case "COMPLETED" -> completed(reply);
      default ->
          JobUpdate.of(JobState.RUNNING)
              .warning("unknown status " + reply.required("/status") + " taken for still running")
              .build();
    };
  }

  private static JobUpdate completed(HttpReply reply) {
    Optional<String> type = reply.at("/error_type");
    if (type.isEmpty() && reply.at("/error").isEmpty()) {
      return JobUpdate.next(RESULT).logs(logs(reply)).build();
    }
    JobState state =
        type.filter("client_cancelled"::equals).isPresent() ? JobState.CANCELED : JobState.FAILED;
    return JobUpdate.of(state)
        .failure(FalErrors.ofJob(reply.at("/error").or(() -> type).orElseThrow(), type))
        .logs(logs(reply))
        .build();
  }

  private static List<String> logs(HttpReply reply) {
    return reply.json().path("logs").findValuesAsText("message");
  }

  @Override
  public Optional<HttpCall> cancel(JobHandle job) {
    return Optional.of(HttpCall.put(path(job) + "/cancel"));
  }

  @Override
  public CancelOutcome onCancel(JobHandle job, HttpReply reply) {
    JsonNode success = reply.jsonOrMissing().path("success");
    boolean yes = reply.success() && success.asBoolean(true);
    return yes ? CancelOutcome.CANCELED : CancelOutcome.TOO_LATE;
  }

  /** {@code owner/app}, or three segments for workflows and ComfyUI graphs. */
  private static String path(JobHandle job) {
    String[] segments = job.model().name().split("/", -1);
    boolean longer = segments[0].equals("workflows") || segments[0].equals("comfy");
    List<String> app = List.of(segments).subList(0, Math.min(longer ? 3 : 2, segments.length));
    return "/" + String.join("/", app) + "/requests/" + job.jobId();
  }
}
