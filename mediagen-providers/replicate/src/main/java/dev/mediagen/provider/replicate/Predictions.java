// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaKind;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Preparation;
import dev.mediagen.spi.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A prediction: the same calls for every model; only the address of the first one differs. */
final class Predictions implements Operation {
  private static final String CANCEL_AFTER = "Cancel-After";
  private static final String PREFER = "Prefer";
  private static final String EVENTS = "webhook_events_filter";
  private static final Pattern WAIT = Pattern.compile("wait(?:=(\\d{1,2}))?");

  @Override
  public List<Preparation> before(Task task) {
    return needsVersion(task) ? List.of(new Latest(task.modelName())) : List.of();
  }

  private static boolean needsVersion(Task task) {
    Target target = Target.of(task.modelName());
    Map<String, String> facts = task.model().facts();
    return !target.deployment()
        && target.version().isEmpty()
        && !facts.containsKey("official")
        && !facts.containsKey("version");
  }

  @Override
  public HttpCall submit(Task task) {
    ObjectNode input = task.fields();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    JsonNode events = input.remove(EVENTS);
    JsonNode cancelAfter = input.remove(CANCEL_AFTER);
    JsonNode prefer = input.remove(PREFER);
    task.parameter("width")
        .map(width -> task.model().facts().get("custom"))
        .ifPresent(field -> input.put(field, "custom"));
    HttpCall call = HttpCall.post(path(task, body));
    body.set("input", input);
    task.callback()
        .ifPresent(
            url -> {
              body.put("webhook", url.toString());
              if (events == null) {
                body.putArray(EVENTS).add("start").add("completed");
              } else {
                body.set(EVENTS, events);
              }
            });
    if (cancelAfter != null) {
      call = call.header(CANCEL_AFTER, cancelAfter.asText());
    }
    if (prefer != null) {
      Matcher wait = WAIT.matcher(prefer.asText());
      String seconds = wait.matches() && wait.group(1) != null ? wait.group(1) : "60";
      call = call.header(PREFER, prefer.asText()).hold(Duration.ofSeconds(Long.parseLong(seconds)));
    }
    return call.json(body);
  }

  /** Where the prediction is made; a version goes into the body. */
  private static String path(Task task, ObjectNode body) {
    Target target = Target.of(task.modelName());
    if (target.deployment()) {
      return "/deployments/" + target.path() + "/predictions";
    }
    Optional<String> version =
        target
            .version()
            .or(() -> Optional.ofNullable(task.model().facts().get("version")))
            .or(
                () ->
                    needsVersion(task)
                        ? Optional.of(task.prepared(Latest.name(task.modelName())))
                        : Optional.empty())
            .filter(id -> !id.equals(Latest.OFFICIAL));
    version.ifPresent(id -> body.put("version", id));
    return version.isPresent() ? "/predictions" : "/models/" + target.path() + "/predictions";
  }

  /** With {@code Prefer} it may be finished already. */
  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return Prediction.read(reply, task.kind(), 0).jobId(reply.required("/id")).build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/predictions/" + job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    return read(job, reply);
  }

  @Override
  public Optional<JobUpdate> onWebhook(JobHandle job, HttpReply delivery) {
    return Optional.of(read(job, delivery));
  }

  private static JobUpdate read(JobHandle job, HttpReply reply) {
    MediaKind kind = job.kind();
    return Prediction.read(reply, kind, Prediction.logged(job.data())).build();
  }

  @Override
  public Optional<HttpCall> cancel(JobHandle job) {
    return Optional.of(HttpCall.post("/predictions/" + job.jobId() + "/cancel"));
  }

  /** The call has no effect on what is over, and says so by the state alone. */
  @Override
  public CancelOutcome onCancel(JobHandle job, HttpReply reply) {
    JobState state = Prediction.WORDS.state(reply.at("/status").orElse(""));
    return reply.success() && state != JobState.SUCCEEDED && state != JobState.FAILED
        ? CancelOutcome.CANCELED
        : CancelOutcome.TOO_LATE;
  }
}
