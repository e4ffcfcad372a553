// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.local.sketch.model.SketchModel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** What can be asked under {@code /predictions}. */
final class Predictions {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,80}");

  private final Map<String, SketchModel> models;
  private final Jobs jobs;
  private final Runner runner;
  private final JobView view;
  private final Patience patience = new Patience();

  Predictions(Map<String, SketchModel> models, Jobs jobs, Runner runner, JobView view) {
    this.models = models;
    this.jobs = jobs;
    this.runner = runner;
    this.view = view;
  }

  /** Submits under an id that the worker draws. */
  void post(Call call) throws IOException {
    ObjectNode body = call.json();
    String given = body.path("id").asText("");
    submit(call, given.isEmpty() ? UUID.randomUUID().toString() : given, body);
  }

  /** Submits under the caller's id, as often as the caller likes. */
  void put(Call call, String id) throws IOException {
    ObjectNode body = call.json();
    if (body.hasNonNull("id") && !body.get("id").asText().equals(id)) {
      throw Refusal.invalid(
          "value_error", "id was " + body.get("id") + "; allowed: " + id, List.of("body", "id"));
    }
    submit(call, id, body);
  }

  private void submit(Call call, String id, ObjectNode body) throws IOException {
    if (!ID.matcher(id).matches()) {
      throw Refusal.invalid(
          "value_error",
          "id was '" + id + "'; allowed: 1 to 80 letters, digits, dots, dashes and underscores",
          List.of("path", "id"));
    }
    JsonNode input = body.path("input");
    if (!(input.isObject() || input.isNull() || input.isMissingNode())) {
      throw Refusal.invalid("type_error", "input must be an object", List.of("body", "input"));
    }
    Duration wait = Patience.granted(call);
    ObjectNode read = input instanceof ObjectNode object ? object : Json.object();
    Job job = jobs.submit(id, model(body), read, runner::start);
    patience.spend(() -> job.awaitEnd(wait));
    call.answer(job.state().ended() ? 200 : 202, view.of(job));
  }

  private SketchModel model(ObjectNode body) {
    String known = String.join(", ", models.keySet());
    if (!body.path("model").isTextual()) {
      throw Refusal.invalid(
          "missing", "model is required; allowed: " + known, List.of("body", "model"));
    }
    SketchModel model = models.get(body.get("model").textValue());
    if (model == null) {
      throw Refusal.of(
          404, "model_not_found", "model was " + body.get("model") + "; allowed: " + known);
    }
    return model;
  }

  void get(Call call, String id) throws IOException {
    Job job = jobs.get(id);
    long known = job.version();
    Duration wait = Patience.granted(call);
    if (!wait.isZero()) {
      patience.spend(() -> job.awaitChange(known, wait));
    }
    call.answer(200, view.of(job));
  }

  void cancel(Call call, String id) throws IOException {
    Job job = jobs.get(id);
    jobs.cancel(job);
    call.answer(200, view.of(job));
  }

  void delete(Call call, String id) throws IOException {
    jobs.forget(jobs.get(id));
    call.answerEmpty(204);
  }

  void events(Call call, String id) throws IOException {
    Job job = jobs.get(id);
    EventStream stream = new EventStream(view);
    if (!patience.<IOException>spend(() -> stream.tell(call, job))) {
      throw Refusal.of(
          429, "too_many_waiting", "All " + Limits.WAITING_CALLS + " waiting calls are taken");
    }
  }
}
