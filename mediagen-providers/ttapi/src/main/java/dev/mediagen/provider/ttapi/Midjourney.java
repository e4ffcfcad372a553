// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ttapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A job of any kind: started at its own path, asked for at one that all share. */
class Midjourney implements Operation {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final StatusWords WORDS =
      StatusWords.of()
          .queued("PENDING_QUEUE")
          .running("ON_QUEUE")
          .succeeded("SUCCESS")
          .failed("FAILED");

  private final String path;

  Midjourney(String path) {
    this.path = path;
  }

  /** What the job needs besides its callback. */
  ObjectNode body(Task task) {
    return task.fields();
  }

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = body(task);
    task.callback().ifPresent(url -> body.put("hookUrl", url.toString()));
    return HttpCall.post(path).json(body);
  }

  /** A refusal comes in a 200, and has no job. */
  @Override
  public boolean reads(HttpReply reply) {
    return reply.success()
        && (reply.at("/status").filter("FAILED"::equals).isEmpty()
            || reply.at("/jobId").isPresent()
            || reply.at("/data/jobId").isPresent());
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return JobUpdate.accepted(reply.required("/data/jobId")).build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/midjourney/v1/fetch").query("jobId", job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    String word = reply.required("/status");
    Fields data = reply.fields("/data");
    JobUpdate.Builder update = WORDS.read(word).progress(progress(data)).cost(quota(data));
    if (WORDS.state(word) == JobState.FAILED) {
      return update.failure(Errors.ofJob(reply)).build();
    } else if (WORDS.state(word) == JobState.SUCCEEDED) {
      outputs(job, data, update);
    }
    return update.build();
  }

  /** Written as a text, with or without a percent sign. */
  private static Optional<Double> progress(Fields data) {
    return data.text("progress")
        .flatMap(text -> Fields.numberIn(text.replace("%", "").strip()))
        .map(percent -> percent.divide(HUNDRED).doubleValue());
  }

  private static Optional<Cost> quota(Fields data) {
    return data.number("quota").map(quota -> Cost.counted("quota", quota));
  }

  /** Single pictures where they were cut out, else the grid; for «describe» the prompts. */
  private static void outputs(JobHandle job, Fields data, JobUpdate.Builder update) {
    JsonNode images = data.node().path("images");
    Optional<Long> seed = data.whole("seed");
    if (!images.isEmpty()) {
      for (JsonNode image : images) {
        update.output(Output.url("image", image.asText()).seed(seed).build());
      }
    } else if (data.text("cdnImage").isPresent()) {
      update.output(
          Output.url("image", data.text("cdnImage").get())
              .width(data.count("width"))
              .height(data.count("height"))
              .seed(seed)
              .build());
    } else if (job.operation().equals("describe")) {
      data.text("prompt")
          .ifPresent(
              text ->
                  update.output(
                      Output.bytes("text", Blob.of(text.getBytes(StandardCharsets.UTF_8)))
                          .mediaType("text/plain")
                          .build()));
    }
    if (!data.node().path("components").isEmpty()) {
      update.metadata("actions", data.node().path("components").toString());
    }
  }
}
