// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.ModelId;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.internal.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was learned, as JSON: {@code {"version":1,"models":{"fal/x":[[4100,4600],...]}}}, for each
 * job the milliseconds between which it ended, the newest last.
 */
final class PollPlansCodec {
  private static final int VERSION = 1;

  /** Enough for a good schedule. */
  private static final int WRITTEN = 50;

  private PollPlansCodec() {}

  static String write(Map<ModelId, ModelTimes> models) {
    ObjectNode root = Json.MAPPER.createObjectNode().put("version", VERSION);
    ObjectNode all = root.putObject("models");
    models.forEach(
        (id, times) -> {
          List<Observed> jobs = times.jobs();
          if (!jobs.isEmpty()) {
            ArrayNode rows = all.putArray(id.toString());
            for (Observed job : jobs.subList(Math.max(0, jobs.size() - WRITTEN), jobs.size())) {
              rows.addArray().add(millis(job.notDone())).add(millis(job.done()));
            }
          }
        });
    return Json.text(root);
  }

  private static long millis(double seconds) {
    return Seconds.duration(seconds).toMillis();
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Map<ModelId, ModelTimes> read(String json) {
    try {
      JsonNode root = Json.MAPPER.readTree(json);
      if (root.path("version").asInt() != VERSION) {
        throw new IllegalArgumentException("not of version " + VERSION);
      }
      Map<ModelId, ModelTimes> models = new LinkedHashMap<>();
      root.path("models")
          .properties()
          .forEach(model -> models.put(ModelId.of(model.getKey()), times(model.getValue())));
      return models;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    } catch (InvalidRequestException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static ModelTimes times(JsonNode rows) {
    List<Observed> jobs = new ArrayList<>();
    for (JsonNode row : rows) {
      if (!row.path(0).canConvertToLong() || !row.path(1).canConvertToLong()) {
        throw new IllegalArgumentException("not two numbers of milliseconds: " + row);
      }
      jobs.add(
          Observed.of(
              Duration.ofMillis(row.get(0).asLong()), Duration.ofMillis(row.get(1).asLong())));
    }
    return ModelTimes.of(jobs);
  }
}
