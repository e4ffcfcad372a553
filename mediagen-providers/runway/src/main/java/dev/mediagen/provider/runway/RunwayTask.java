// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What all operations share: a POST to a path of their own, then one address for every task. */
abstract class RunwayTask implements Operation {
  /** THROTTLED is no error: the account runs as much as it may, and the task starts by itself. */
  private static final StatusWords WORDS =
      StatusWords.of()
          .queued("PENDING", "THROTTLED")
          .running("RUNNING")
          .succeeded("SUCCEEDED")
          .failed("FAILED")
          .canceled("CANCELLED");

  /** Runway asks not to be asked more often. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final String path;
  private final String role;

  RunwayTask(String path, String role) {
    this.path = path;
    this.role = role;
  }

  /** A call of the version of the API that this adapter speaks; Runway refuses those of none. */
  static HttpCall versioned(HttpCall call) {
    return call.header("X-Runway-Version", "2024-11-06");
  }

  /** What goes to the path, besides the model. */
  abstract ObjectNode body(Task task);

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", task.modelName());
    return versioned(HttpCall.post("/v1/" + path)).json(body.setAll(body(task)));
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return JobUpdate.accepted(reply.required("/id")).retryAfter(PAUSE).build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return versioned(HttpCall.get("/v1/tasks/" + job.jobId()));
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    Fields task = reply.fields("");
    String word = reply.required("/status");
    JobState state = WORDS.state(word);
    JobUpdate.Builder update = WORDS.read(word).cost(cost(task));
    task.number("progress")
        .map(done -> done.doubleValue() > 1 ? done.doubleValue() / 100 : done.doubleValue())
        .filter(done -> done >= 0 && done <= 1)
        .ifPresent(update::progress);
    if (state == JobState.QUEUED || state == JobState.RUNNING) {
      update.retryAfter(PAUSE);
      if (word.equalsIgnoreCase("THROTTLED")) {
        update.message("waits until other tasks of the account are done");
      }
    } else if (state == JobState.FAILED) {
      update.failure(Errors.ofTask(task));
    }
    for (JsonNode url : task.node().path("output")) {
      if (url.isTextual()) {
        update.output(Output.url(role(url.asText()), url.asText()).build());
      }
    }
    return update.build();
  }

  /** Before the end there is only an estimate, the most it may cost. */
  private static Optional<Cost> cost(Fields task) {
    return new Fields(task.node().path("cost"))
        .number("credits")
        .map(credits -> Cost.counted("credit", credits));
  }

  /** The sound of a sequence of pictures is a file beside them. */
  private String role(String url) {
    String file = url.split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
    return file.endsWith(".wav") || file.endsWith(".mp3")
        ? "audio"
        : file.endsWith(".mp4") || file.endsWith(".mov") ? "video" : role;
  }

  @Override
  public Optional<HttpCall> cancel(JobHandle job) {
    return Optional.of(versioned(HttpCall.delete("/v1/tasks/" + job.jobId())));
  }

  @Override
  public boolean freshUrls() {
    return true;
  }
}
