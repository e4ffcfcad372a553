// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.aihorde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pictures: {@code check} tells how it stands and may be asked often, {@code status} has the
 * pictures and is asked once.
 */
final class Generation implements Operation {
  private static final String STATUS = "status";

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.fields();
    task.parameter("negativePrompt")
        .ifPresent(
            negative ->
                body.put("prompt", task.parameter("prompt").orElse("") + " ### " + negative));
    if (!task.modelName().equals("any")) {
      body.putArray("models").add(task.modelName());
    }
    if (body.has("source_mask") && !body.has("source_processing")) {
      body.put("source_processing", "inpainting");
    }
    task.callback().ifPresent(url -> body.put("webhook", url.toString()));
    return HttpCall.post("/generate/async").json(body);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    JobUpdate.Builder update =
        JobUpdate.accepted(reply.required("/id")).cost(AiHordeProvider.kudos(reply.fields("")));
    for (JsonNode warning : reply.json().path("warnings")) {
      update.warning(warning.path("message").asText(warning.path("code").asText()));
    }
    return update.build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get(
        "/generate/" + (job.stage().equals(STATUS) ? STATUS : "check") + "/" + job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    Fields state = reply.fields("");
    if (job.stage().equals(STATUS)) {
      return pictures(state);
    } else if (reply.required("/faulted").equals("true")) {
      return JobUpdate.failed(Errors.faulted());
    } else if (reply.required("/done").equals("true")) {
      return JobUpdate.next(STATUS).cost(AiHordeProvider.kudos(state)).build();
    }
    return waiting(state);
  }

  private static JobUpdate waiting(Fields state) {
    int finished = state.count("finished").orElse(0);
    int processing = state.count("processing").orElse(0);
    int all =
        finished
            + processing
            + state.count("waiting").orElse(0)
            + state.count("restarted").orElse(0);
    JobUpdate.Builder update =
        JobUpdate.of(finished + processing > 0 ? JobState.RUNNING : JobState.QUEUED)
            .queuePosition(state.count("queue_position"))
            .remaining(state.seconds("wait_time"));
    if (all > 0) {
      update.progress(
          BigDecimal.valueOf(finished)
              .divide(BigDecimal.valueOf(all), 3, RoundingMode.DOWN)
              .doubleValue());
    }
    if (state.text("is_possible").filter("false"::equals).isPresent()) {
      update.warning("no worker that is there now can make it");
    }
    return update.build();
  }

  private static JobUpdate pictures(Fields state) {
    List<Output> outputs = new ArrayList<>();
    int censored = 0;
    for (JsonNode node : state.node().path("generations")) {
      Fields picture = new Fields(node);
      if (isCensored(node)) {
        censored++;
        continue;
      }
      picture
          .text("img")
          .ifPresent(
              url ->
                  outputs.add(
                      Output.url("image", url)
                          .mediaType("image/webp")
                          .id(picture.text("id"))
                          .seed(picture.whole("seed"))
                          .build()));
    }
    if (outputs.isEmpty() && censored > 0) {
      return JobUpdate.failed(Errors.censored());
    }
    JobUpdate.Builder update = JobUpdate.succeeded(outputs).cost(AiHordeProvider.kudos(state));
    if (censored > 0) {
      update.warning(censored + " pictures were censored and are left out");
    }
    return update.build();
  }

  /** A placeholder stands where the picture was. */
  private static boolean isCensored(JsonNode picture) {
    return picture.path("censored").asBoolean(false)
        || picture.path("gen_metadata").findValuesAsText("type").contains("censorship");
  }

  @Override
  public Optional<HttpCall> cancel(JobHandle job) {
    return Optional.of(HttpCall.delete("/generate/status/" + job.jobId()));
  }
}
