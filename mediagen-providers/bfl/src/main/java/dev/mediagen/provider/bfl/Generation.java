// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.bfl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.UnreadableReplyException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The one way in which BFL makes things: the model is the path, and the task is asked for at the
 * URL that came with it, on the cluster that has it.
 *
 * @see <a href="https://docs.bfl.ai/api_integration/integration_guidelines">Integration</a>
 */
final class Generation implements Operation {
  private static final String URL = "polling_url";
  private static final String CREDITS = "credits";
  private static final String KEPT = "kept";

  private static final StatusWords WORDS =
      StatusWords.of()
          .queued("Pending")
          .running("Reasoning", "Generating")
          .succeeded("Ready")
          .failed("Request Moderated", "Content Moderated", "Error", "Failed");

  private final boolean webhooks;

  /** An operation whose models take the address of a webhook, or refuse it as any unknown field. */
  Generation(boolean webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  public boolean webhooks() {
    return webhooks;
  }

  @Override
  public HttpCall submit(Task task) {
    Map<String, String> facts = task.model().facts();
    ObjectNode body = facts.containsKey("numbered") ? numbered(task) : task.fields();
    if (facts.containsKey("modes") && !body.has("mode")) {
      body.put("mode", mode(body));
    }
    task.callback().ifPresent(url -> body.put("webhook_url", url.toString()));
    return HttpCall.post("/v1/" + task.modelName()).json(body);
  }

  /** Every picture has a field of its own: {@code input_image}, {@code input_image_2} and so on. */
  private static ObjectNode numbered(Task task) {
    ObjectNode body = task.parameters();
    int pictures = 0;
    for (Input input : task.inputs()) {
      String field = task.model().facts().getOrDefault("numbered", "");
      body.set(++pictures == 1 ? field : field + "_" + pictures, input.node());
    }
    return body;
  }

  /** What is there says which of the four things a video model does. */
  private static String mode(ObjectNode body) {
    if (body.has("draft_cache")) {
      return "draft_enhance";
    } else if (body.has("start_video")) {
      return "v2v";
    }
    return body.has("keyframes") ? "i2v" : "t2v";
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    JobUpdate.Builder update = JobUpdate.accepted(reply.required("/id"));
    reply.at("/" + URL).filter(Generation::usable).ifPresent(url -> update.data(URL, url));
    reply.fields("").number("cost").ifPresent(cost -> update.data(CREDITS, cost.toPlainString()));
    Optional.ofNullable(task.model().facts().get(KEPT)).ifPresent(age -> update.data(KEPT, age));
    return update.build();
  }

  private static boolean usable(String url) {
    try {
      return URI.create(url).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A task with a webhook has no URL of its own. */
  @Override
  public HttpCall poll(JobHandle job) {
    String url = job.data().get(URL);
    if (url == null) {
      return HttpCall.get("/v1/get_result").query("id", job.jobId());
    }
    URI address = URI.create(url);
    HttpCall call = HttpCall.to("GET", address);
    String query = Optional.ofNullable(address.getRawQuery()).orElse("");
    return ("&" + query).contains("&id=") ? call : call.query("id", job.jobId());
  }

  /** A task that failed may come with an error status, and a task that is not known with a 200. */
  @Override
  public boolean reads(JobHandle job, HttpReply reply) {
    String word = reply.at("/status").orElse("");
    return reply.success()
        ? !word.equals(Errors.UNKNOWN_TASK)
        : WORDS.state(word) == JobState.FAILED;
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    Fields task = reply.fields("");
    String word =
        task.text("status")
            .orElseThrow(() -> new UnreadableReplyException("the task has no status"));
    Optional<Double> progress =
        task.number("progress").map(Number::doubleValue).filter(done -> done >= 0 && done <= 1);
    boolean begun = WORDS.state(word) == JobState.QUEUED && progress.orElse(0.0) > 0;
    JobUpdate.Builder update = begun ? JobUpdate.of(JobState.RUNNING) : WORDS.read(word);
    update
        .progress(progress)
        .cost(
            Optional.ofNullable(job.data().get(CREDITS))
                .flatMap(Fields::numberIn)
                .map(credits -> Cost.counted("credit", credits)));
    switch (WORDS.state(word)) {
      case SUCCEEDED -> result(job, reply.fields("/result"), update);
      case FAILED -> update.failure(Errors.ofTask(word, task));
      default -> {}
    }
    return update.build();
  }

  private static void result(JobHandle job, Fields result, JobUpdate.Builder update) {
    boolean film = job.kind() == MediaKind.VIDEO || job.model().name().contains("video");
    result
        .text("sample")
        .map(url -> Output.url(film ? "video" : "image", url))
        .ifPresent(
            output ->
                update.output(
                    output.seed(result.whole("seed")).expiresAt(expiry(job, result)).build()));
    result.text("prompt").ifPresent(prompt -> update.metadata("prompt", prompt));
    result.text("draft_cache").ifPresent(url -> update.metadata("draft_cache", url));
  }

  /** Results are kept for ten minutes to two hours, by the model. */
  private static Optional<Instant> expiry(JobHandle job, Fields result) {
    return Optional.ofNullable(job.data().get(KEPT))
        .map(Duration::parse)
        .flatMap(kept -> result.seconds("end_time").map(end -> Instant.EPOCH.plus(end).plus(kept)));
  }
}
