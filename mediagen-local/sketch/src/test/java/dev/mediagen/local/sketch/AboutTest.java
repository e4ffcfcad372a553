// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AboutTest extends WorkerTest {

  @Test
  void discoveryTellsLevelTwo() throws Exception {
    JsonNode map = Worker.json(worker.get("/"));
    assertThat(map.get("worker_protocol").asText()).isEqualTo("2");
    assertThat(map.get("predictions_get_url").asText()).isEqualTo("/predictions/{prediction_id}");
    assertThat(map.has("files_url")).isTrue();
    assertThat(map.has("predictions_events_url")).isTrue();
  }

  @Test
  void modelsHaveSchemas() throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode model : Worker.json(worker.get("/models"))) {
      ids.add(model.get("id").asText());
      JsonNode schema = model.get("input_schema");
      assertThat(schema.get("type").asText()).isEqualTo("object");
      assertThat(schema.get("properties").has("fail")).isTrue();
      schema
          .get("required")
          .forEach(name -> assertThat(schema.get("properties").has(name.asText())).isTrue());
      assertThat(model.get("description").asText()).contains("No AI model");
    }
    assertThat(ids)
        .containsExactly(
            "sketch-image",
            "sketch-vector",
            "sketch-video",
            "sketch-music",
            "sketch-speech",
            "sketch-sound",
            "sketch-segment",
            "sketch-upscale",
            "sketch-transcript",
            "sketch-3d");
  }

  @Test
  void schemaTellsBoundsAndDefaults() throws Exception {
    JsonNode width =
        Worker.json(worker.get("/openapi.json"))
            .at("/components/schemas/sketch-image/properties/width");
    assertThat(width.toString())
        .isEqualTo(
            "{\"type\":\"integer\",\"minimum\":64,\"maximum\":2048,\"default\":1024,"
                + "\"description\":\"Pixels across.\",\"x-order\":2}");
  }

  @Test
  void healthTellsTheQueue() throws Exception {
    JsonNode health = Worker.json(worker.get("/health-check"));
    assertThat(health.get("status").asText()).isEqualTo("READY");
    assertThat(health.get("queue").get("slots").asInt()).isEqualTo(2);
    assertThat(health.get("queue").get("max_queue").asInt()).isEqualTo(16);
    assertThat(health.get("models")).hasSize(10);
  }
}
