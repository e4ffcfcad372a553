// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.aihorde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import java.util.Optional;

/**
 * What the horde calls alchemy: pictures made larger, faces mended, backgrounds taken away. One
 * form for each, whose result names the address under its own name.
 */
final class Alchemy implements Operation {
  private static final StatusWords WORDS =
      StatusWords.of()
          .queued("waiting")
          .running("processing", "partial")
          .succeeded("done")
          .failed("faulted")
          .canceled("cancelled");

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.fields();
    body.putArray("forms").addObject().put("name", task.modelName());
    task.callback().ifPresent(url -> body.put("webhook", url.toString()));
    return HttpCall.post("/interrogate/async").json(body);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return JobUpdate.accepted(reply.required("/id"))
        .cost(AiHordeProvider.kudos(reply.fields("")))
        .build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/interrogate/status/" + job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    String word = reply.required("/state");
    JobUpdate.Builder update = WORDS.read(word);
    if (WORDS.state(word) == JobState.FAILED) {
      return update.failure(Errors.faulted()).build();
    }
    for (JsonNode form : reply.json().path("forms")) {
      for (JsonNode value : form.path("result")) {
        if (value.asText().startsWith("http")) {
          update.output(Output.url("image", value.asText()).build());
        }
      }
    }
    return update.build();
  }

  @Override
  public Optional<HttpCall> cancel(JobHandle job) {
    return Optional.of(HttpCall.delete("/interrogate/status/" + job.jobId()));
  }
}
