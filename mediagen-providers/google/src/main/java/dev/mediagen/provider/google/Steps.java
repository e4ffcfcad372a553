// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobState;
import dev.mediagen.catalog.Cost;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.StatusWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is the same in all interactions: words for states, contents, tokens, failures. */
final class Steps {
  private static final StatusWords WORDS =
      StatusWords.of()
          .queued("queued")
          .running("in_progress")
          .succeeded("completed")
          .canceled("cancelled")
          .failed(
              "failed",
              "incomplete",
              "budget_exceeded",
              "requires_action",
              "requires_continuation");

  private Steps() {}

  static JobUpdate.Builder state(HttpReply reply) {
    String word = reply.required("/status");
    JobUpdate.Builder update = WORDS.read(word).cost(cost(reply));
    if (WORDS.state(word) == JobState.FAILED) {
      update.failure(Errors.ofJob(error(reply, word)));
    }
    return update;
  }

  /** The error stands in one of three places; without one the word has to do. */
  private static JsonNode error(HttpReply reply, String word) {
    List<JsonNode> places = new ArrayList<>();
    places.add(reply.json().at("/errors/0"));
    places.add(reply.json().path("error"));
    reply.json().path("steps").forEach(step -> places.add(step.path("error")));
    for (JsonNode place : places) {
      if (place.isObject()) {
        return place;
      }
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("message", reply.at("/finish_reason").orElse("the interaction is " + word));
  }

  /** The contents that the model gave out, without its thoughts. */
  static List<JsonNode> contents(HttpReply reply) {
    List<JsonNode> contents = new ArrayList<>();
    for (JsonNode step : reply.json().path("steps")) {
      if (step.path("type").asText().equals("model_output")) {
        step.path("content").forEach(contents::add);
      }
    }
    return contents;
  }

  /** Whether tokens of a kind of media were counted, so that there was something to give out. */
  static boolean counted(HttpReply reply, String modality) {
    for (JsonNode entry : reply.json().at("/usage/output_tokens_by_modality")) {
      if (entry.path("modality").asText().equalsIgnoreCase(modality)
          && entry.path("tokens").asLong() > 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Cost> cost(HttpReply reply) {
    Map<String, BigDecimal> units = new TreeMap<>();
    Fields usage = reply.fields("/usage");
    usage.number("total_input_tokens").ifPresent(n -> units.put("text input tokens", n));
    for (JsonNode entry : usage.node().path("output_tokens_by_modality")) {
      Fields tokens = new Fields(entry);
      tokens
          .number("tokens")
          .ifPresent(n -> units.put(tokens.text("modality").orElse("") + " output tokens", n));
    }
    return cost(units);
  }

  static Optional<Cost> cost(Map<String, BigDecimal> units) {
    return units.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Cost.builder()
                .source(Cost.Source.UNKNOWN)
                .units(units)
                .basis("counted by the vendor, without a price")
                .build());
  }

  /** Adds an input; what lies at Google or elsewhere goes as a URI, the rest inside the call. */
  static ObjectNode add(ArrayNode inputs, String type, Input input) {
    ObjectNode entry = inputs.addObject().put("type", type);
    if (input.isText()) {
      return entry.put("uri", input.text());
    }
    return entry.<ObjectNode>set("data", input.node()).put("mime_type", input.mediaType());
  }
}
