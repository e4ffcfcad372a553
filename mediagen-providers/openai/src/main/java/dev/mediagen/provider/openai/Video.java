// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;

/**
 * {@code POST /videos}, then {@code GET /videos/{id}} until it is done. Multipart when the first
 * frame is bytes, JSON otherwise. There is no cancellation: {@code DELETE} takes only videos that
 * have ended.
 */
final class Video implements Operation {
  private static final StatusWords WORDS =
      StatusWords.of()
          .queued("queued")
          .running("in_progress", "cancelling")
          .succeeded("completed")
          .failed("failed")
          .canceled("cancelled", "canceled");

  @Override
  public HttpCall submit(Task task) {
    HttpCall call = HttpCall.post("/videos");
    ObjectNode body = task.parameters().put("model", task.modelName());
    for (Input frame : task.inputs("firstFrame")) {
      if (!frame.isText()) {
        return call.multipart(body.set("input_reference", frame.node()));
      }
      body.putObject("input_reference")
          .put(frame.delivery() == Delivery.STORED ? "file_id" : "image_url", frame.text());
    }
    return call.json(body);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return read(reply).build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/videos/" + job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    return read(reply).build();
  }

  private static JobUpdate.Builder read(HttpReply video) {
    String id = video.required("/id");
    JobUpdate.Builder update = WORDS.read(video.required("/status")).jobId(id);
    update.progress(
        video.fields("").number("progress").map(percent -> percent.doubleValue() / 100));
    JobState state = WORDS.state(video.required("/status"));
    if (state == JobState.SUCCEEDED) {
      update.output(output(id, video));
    } else if (state == JobState.FAILED) {
      update.failure(Errors.ofJob(video));
    }
    return update;
  }

  /** The bytes are at OpenAI, for the key; some other servers put them at a URL of their own. */
  private static Output output(String id, HttpReply video) {
    Output.Builder output =
        Output.url("video", video.at("/url").orElse("videos/" + id + "/content"))
            .mediaType(video.at("/media_type").orElse("video/mp4"));
    Size.of(video).ifPresent(size -> output.width(size.width()).height(size.height()));
    output
        .duration(video.fields("").seconds("seconds"))
        .expiresAt(video.fields("").epochSeconds("expires_at"));
    return output.build();
  }
}
