// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.vidu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.catalog.Cost;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.UnreadableReplyException;
import java.util.Optional;

/**
 * A task: a path of its own to start it, one address for all to ask for it. Of its webhooks only
 * the headers are signed, so that they are no more than a reason to ask.
 */
class Creation implements Operation {
  /** The submission alone tells the seed that was used. */
  private static final String SEED = "seed";

  private static final StatusWords WORDS =
      StatusWords.of()
          .queued("created", "queueing")
          .running("processing")
          .succeeded("success")
          .failed("failed");

  private final String path;

  Creation(String path) {
    this.path = path;
  }

  @Override
  public HttpCall submit(Task task) {
    ObjectNode body = task.fields().put("model", task.modelName());
    task.callback().ifPresent(url -> body.put("callback_url", url.toString()));
    return HttpCall.post(path).json(body);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    Fields fields = reply.fields("");
    JobUpdate.Builder update = JobUpdate.accepted(reply.required("/task_id")).cost(credits(fields));
    fields.whole(SEED).ifPresent(seed -> update.data(SEED, seed.toString()));
    return update.build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/tasks/" + job.jobId() + "/creations");
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    Fields task = reply.fields("");
    Optional<Long> seed =
        Optional.ofNullable(job.data().get(SEED)).flatMap(Fields::numberIn).map(Number::longValue);
    JobUpdate.Builder update = state(task);
    for (JsonNode entry : task.node().path("creations")) {
      Fields creation = new Fields(entry);
      creation
          .text("url")
          .ifPresent(
              url ->
                  update.output(
                      Output.url(role(job.kind()), url)
                          .id(creation.text("id"))
                          .seed(seed)
                          .build()));
      creation.text("watermarked_url").ifPresent(url -> update.metadata("watermarked_url", url));
      creation
          .text("cover_url")
          .ifPresent(url -> update.output(Output.url("thumbnail", url).build()));
    }
    return update.build();
  }

  private static String role(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> "image";
      case VIDEO -> "video";
      default -> "audio";
    };
  }

  /**
   * Where a task stands, why it failed, what it takes. A task that was cancelled has failed too.
   */
  static JobUpdate.Builder state(Fields task) {
    String word =
        task.text("state").orElseThrow(() -> new UnreadableReplyException("a task has no state"));
    JobUpdate.Builder update = WORDS.read(word).cost(credits(task));
    if (WORDS.state(word) == JobState.FAILED) {
      ErrorDetails why = Errors.ofTask(task.text("err_code"));
      update
          .state(why.kind() == ErrorKind.CANCELED ? JobState.CANCELED : JobState.FAILED)
          .failure(why);
    }
    return update;
  }

  private static Optional<Cost> credits(Fields task) {
    return task.number("credits").map(credits -> Cost.counted("credit", credits));
  }

  /** Vidu refuses it once the task is worked on. */
  @Override
  public Optional<HttpCall> cancel(JobHandle job) {
    return Optional.of(
        HttpCall.post("/tasks/" + job.jobId() + "/cancel")
            .json(JsonNodeFactory.instance.objectNode().put("id", job.jobId())));
  }
}
