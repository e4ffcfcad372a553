// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.workers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * One run of a model. It is put under an id of our own choice, so putting it twice runs it once;
 * and the worker holds the answer to a question back until there is something new.
 */
final class Prediction implements Operation {
  private static final StatusWords WORDS =
      StatusWords.of()
          .queued("starting")
          .running("processing")
          .succeeded("succeeded")
          .failed("failed")
          .canceled("canceled", "aborted");

  /** The protocol allows 60; proxies like to cut a connection that is silent for 30. */
  private static final Duration HOLD = Duration.ofSeconds(25);

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", task.modelName());
    body.set("input", task.fields());
    task.callback().ifPresent(url -> body.put("webhook", url.toString()));
    return HttpCall.put("/predictions/" + task.clientId()).json(body);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return read(task.kind(), reply).jobId(reply.required("/id")).build();
  }

  @Override
  public Repeat repeat() {
    return Repeat.SAFE;
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get(path(job)).query("wait", HOLD.toSeconds()).hold(HOLD);
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    return read(job.kind(), reply).build();
  }

  @Override
  public Optional<HttpCall> cancel(JobHandle job) {
    return Optional.of(HttpCall.post(path(job) + "/cancel"));
  }

  /** The worker says yes to a job that had ended already, too: its state tells. */
  @Override
  public CancelOutcome onCancel(JobHandle job, HttpReply reply) {
    JobState state = WORDS.state(reply.at("/status").orElse("canceled"));
    boolean ended = state == JobState.SUCCEEDED || state == JobState.FAILED;
    return reply.success() && !ended ? CancelOutcome.CANCELED : CancelOutcome.TOO_LATE;
  }

  private static String path(JobHandle job) {
    return "/predictions/" + job.jobId();
  }

  private static JobUpdate.Builder read(MediaKind kind, HttpReply reply) {
    JobUpdate.Builder update = WORDS.read(reply.required("/status"));
    Fields progress = reply.fields("/progress");
    update
        .progress(progress.number("value").map(BigDecimal::doubleValue))
        .message(progress.text("message"))
        .remaining(progress.seconds("eta_seconds"))
        // The protocol counts places from 1, and a job that has begun has none.
        .queuePosition(reply.fields("").count("queue_position").map(p -> Math.max(0, p - 1)));
    reply
        .fields("/metrics")
        .number("predict_time")
        .ifPresent(seconds -> update.metadata("predict_time", seconds));
    JsonNode output = reply.json().path("output");
    switch (WORDS.state(reply.required("/status"))) {
      case FAILED -> update.failure(WorkerErrors.ofRun(reply));
      case SUCCEEDED -> {
        if (kind == MediaKind.TRANSCRIPT) {
          WorkerOutputs.transcript(output, update);
        } else {
          update.outputs(WorkerOutputs.files(output, kind));
        }
      }
      default -> {}
    }
    return update;
  }
}
