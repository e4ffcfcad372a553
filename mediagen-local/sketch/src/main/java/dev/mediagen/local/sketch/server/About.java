// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.local.sketch.model.ModelCard;
import dev.mediagen.local.sketch.model.SketchModel;
import java.util.Collection;
import java.util.List;

/** What the worker tells of itself. */
final class About {
  private final List<ModelCard> cards;
  private final Jobs jobs;
  private final Runner runner;

  About(Collection<SketchModel> models, Jobs jobs, Runner runner) {
    this.cards = models.stream().map(SketchModel::card).toList();
    this.jobs = jobs;
    this.runner = runner;
  }

  ObjectNode discovery() {
    return Json.object()
        .put("worker_protocol", "2")
        .put("openapi_url", "/openapi.json")
        .put("healthcheck_url", "/health-check")
        .put("models_url", "/models")
        .put("predictions_url", "/predictions")
        .put("predictions_idempotent_url", "/predictions/{prediction_id}")
        .put("predictions_get_url", "/predictions/{prediction_id}")
        .put("predictions_cancel_url", "/predictions/{prediction_id}/cancel")
        .put("predictions_events_url", "/predictions/{prediction_id}/events")
        .put("files_url", "/files");
  }

  ObjectNode health() {
    int queued = jobs.queued();
    ObjectNode json = Json.object();
    json.put("status", queued >= Limits.QUEUE ? "BUSY" : "READY");
    json.putObject("queue")
        .put("running", runner.running())
        .put("queued", queued)
        .put("slots", Limits.SLOTS)
        .put("max_queue", Limits.QUEUE);
    json.putArray("gpus");
    ArrayNode models = json.putArray("models");
    cards.forEach(card -> models.addObject().put("id", card.id()).put("loaded", true));
    ObjectNode seconds = json.putObject("avg_seconds");
    runner.averageSeconds().forEach(seconds::put);
    json.putObject("setup").put("status", "succeeded");
    json.putObject("version").put("worker", "sketch").put("java", Runtime.version().toString());
    return json;
  }

  ArrayNode models() {
    ArrayNode models = Json.object().putArray("models");
    for (ModelCard card : cards) {
      ObjectNode model = models.addObject().put("id", card.id()).put("modality", card.modality());
      model.put("description", card.description());
      model.set("input_schema", InputSchema.of(card));
      model.set("output_schema", InputSchema.output(card));
      model.set("defaults", InputSchema.defaults(card));
      model
          .putObject("limits")
          .put("max_request_bytes", Limits.JSON_BODY)
          .put("max_upload_bytes", Limits.UPLOAD)
          .put("max_queue", Limits.QUEUE);
      model.put("vram_mb", 0).put("loaded", true);
    }
    return models;
  }

  /** One schema for each model; the request's {@code model} says which is meant. */
  ObjectNode openApi() {
    ObjectNode json = Json.object().put("openapi", "3.0.2");
    json.putObject("info").put("title", "mediagen sketch worker").put("version", "2");
    ObjectNode put =
        json.putObject("paths").putObject("/predictions/{prediction_id}").putObject("put");
    ObjectNode body =
        put.putObject("requestBody").putObject("content").putObject("application/json");
    ObjectNode properties = body.putObject("schema").put("type", "object").putObject("properties");
    ArrayNode ids = properties.putObject("model").put("type", "string").putArray("enum");
    ArrayNode inputs = properties.putObject("input").putArray("oneOf");
    put.putObject("responses").putObject("202").put("description", "The prediction object");
    ObjectNode schemas = json.putObject("components").putObject("schemas");
    for (ModelCard card : cards) {
      ids.add(card.id());
      inputs.addObject().put("$ref", "#/components/schemas/" + card.id());
      schemas.set(card.id(), InputSchema.of(card));
    }
    return json;
  }
}
