// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * {@code POST /v2/image/{action}/{model}}: a job where {@code async} was said, and else the outcome
 * itself. A webhook says less than the job does when asked, so it only makes the engine ask.
 */
final class Generation implements Operation {
  private static final StatusWords WORDS =
      StatusWords.of().running("pending").succeeded("completed").failed("failed");

  private final boolean webhooks;

  Generation(boolean webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = Call.fields(task);
    task.callback().ifPresent(url -> body.put("webhook_url", url.toString()));
    String action = task.modelName().contains("/") ? "" : "generate/";
    return Call.of("/v2/image/" + action + task.modelName(), task, body);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return reply.json().path("data").isArray()
        ? Result.of(reply)
        : JobUpdate.accepted(reply.required("/generation_id")).build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    String id = URLEncoder.encode(job.jobId(), StandardCharsets.UTF_8).replace("+", "%20");
    return HttpCall.get("/v2/generations/" + id);
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    String word = reply.required("/status");
    JobState state = WORDS.state(word);
    if (state == JobState.SUCCEEDED) {
      return Result.of(reply);
    } else if (state == JobState.FAILED) {
      return JobUpdate.failed(Errors.ofJob(reply.at("/failure_reason").orElse("")));
    }
    return WORDS.read(word).build();
  }

  @Override
  public boolean webhooks() {
    return webhooks;
  }
}
