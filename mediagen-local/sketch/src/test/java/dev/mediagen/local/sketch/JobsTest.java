// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobsTest extends WorkerTest {
  private static ObjectNode quick(long seed) {
    return Worker.prompt("a hill", seed).put("width", 64).put("height", 64);
  }

  private static ObjectNode slow(double seconds) {
    return quick(1).put("slow", seconds);
  }

  @Test
  void sameIdRunsOnceAndTellsTheSameEachTime() throws Exception {
    String id = worker.submit("sketch-image", quick(1));
    JsonNode first = worker.end(id);
    ObjectNode inOtherOrder = Worker.input().put("height", 64).put("width", 64).put("seed", 1);
    HttpResponse<byte[]> again =
        worker.put(id, "sketch-image", inOtherOrder.put("prompt", "a hill"));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(Worker.json(again)).isEqualTo(first);
  }

  @Test
  void sameIdWithOtherInputIsRefused() throws Exception {
    String id = worker.submit("sketch-image", quick(1));
    HttpResponse<byte[]> reply = worker.put(id, "sketch-image", quick(2));
    assertThat(reply.statusCode()).isEqualTo(409);
    assertThat(Worker.json(reply).get("error_code").asText()).isEqualTo("id_reuse");
    assertThat(worker.put(id, "sketch-vector", quick(1)).statusCode()).isEqualTo(409);
  }

  @Test
  void longPollComesBackWithTheEnd() throws Exception {
    String id = worker.submit("sketch-image", slow(0.2));
    JsonNode job = worker.end(id);
    assertThat(job.get("status").asText()).isEqualTo("succeeded");
    assertThat(job.get("progress").get("value").asDouble()).isEqualTo(1);
    assertThat(job.get("metrics").get("predict_time").asDouble()).isGreaterThanOrEqualTo(0.2);
    assertThat(job.get("expires_at").asText()).isNotEmpty();
  }

  @Test
  void submissionMayWaitForTheEnd() throws Exception {
    String body = "{\"model\":\"sketch-image\",\"input\":" + quick(3) + "}";
    HttpResponse<byte[]> reply =
        worker.send(
            worker
                .request("/predictions")
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=20")
                .POST(BodyPublishers.ofString(body)));
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(Worker.json(reply).get("status").asText()).isEqualTo("succeeded");
    assertThat(Worker.json(reply).get("id").asText()).isNotEmpty();
  }

  @Test
  void runningJobIsCancelled() throws Exception {
    String id = worker.submit("sketch-image", slow(50));
    worker.begin(id);
    assertThat(worker.post("/predictions/" + id + "/cancel").statusCode()).isEqualTo(200);
    JsonNode job = worker.end(id);
    assertThat(job.get("status").asText()).isEqualTo("canceled");
    assertThat(job.get("output").isNull()).isTrue();
    assertThat(worker.post("/predictions/" + id + "/cancel").statusCode()).isEqualTo(200);
  }

  @Test
  void queuedJobIsCancelledAtOnceAndAFullQueueSaysSo() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ids.add(worker.submit("sketch-image", slow(50)));
      worker.begin(ids.get(i));
    }
    for (int i = 0; i < 16; i++) {
      ids.add(worker.submit("sketch-image", quick(i)));
    }
    JsonNode third = Worker.json(worker.get("/predictions/" + ids.get(2)));
    assertThat(third.get("status").asText()).isEqualTo("starting");
    assertThat(third.get("queue_position").asInt()).isEqualTo(1);
    assertThat(Worker.json(worker.get("/health-check")).get("status").asText()).isEqualTo("BUSY");

    HttpResponse<byte[]> refused = worker.put(Worker.newId(), "sketch-image", quick(99));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Worker.json(refused).get("error_code").asText()).isEqualTo("queue_full");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();

    HttpResponse<byte[]> cancelled = worker.post("/predictions/" + ids.get(2) + "/cancel");
    assertThat(Worker.json(cancelled).get("status").asText()).isEqualTo("canceled");
    assertThat(Worker.json(cancelled).get("started_at").isNull()).isTrue();
    for (String id : ids) {
      worker.post("/predictions/" + id + "/cancel");
    }
    for (String id : ids) {
      worker.end(id);
    }
    JsonNode health = Worker.json(worker.get("/health-check"));
    assertThat(health.get("status").asText()).isEqualTo("READY");
    assertThat(health.get("queue").get("queued").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"internal", "out_of_memory", "content_filtered", "timeout", "unsupported_input"})
  void runFailsOnDemand(String code) throws Exception {
    JsonNode job = worker.end(worker.submit("sketch-image", quick(1).put("fail", code)));
    assertThat(job.get("status").asText()).isEqualTo("failed");
    assertThat(job.get("error_code").asText()).isEqualTo(code);
    assertThat(job.get("error").asText()).contains(code);
    assertThat(job.get("output").isNull()).isTrue();
  }

  @Test
  void unknownInputIsIgnoredWithALogLine() throws Exception {
    JsonNode job = worker.end(worker.submit("sketch-image", quick(1).put("guidance_scale", 7)));
    assertThat(job.get("status").asText()).isEqualTo("succeeded");
    assertThat(job.get("logs").asText()).contains("guidance_scale");
  }

  @Test
  void deletedJobIsForgottenWithItsFiles() throws Exception {
    String id = worker.submit("sketch-image", quick(1));
    String file = worker.end(id).get("output").get(0).get("url").asText();
    assertThat(worker.send(worker.request("/predictions/" + id).DELETE()).statusCode())
        .isEqualTo(204);
    assertThat(worker.get("/predictions/" + id).statusCode()).isEqualTo(404);
    assertThat(worker.get(file).statusCode()).isEqualTo(404);
  }

  @Test
  void eventsEndWithTheWholePrediction() throws Exception {
    String id = worker.submit("sketch-image", slow(0.1));
    HttpResponse<byte[]> events = worker.get("/predictions/" + id + "/events");
    assertThat(events.headers().firstValue("Content-Type")).contains("text/event-stream");
    String text = new String(events.body(), UTF_8);
    assertThat(text).contains("event: completed\n").contains("\"status\":\"succeeded\"");
    String lastId = text.replaceAll("(?s).*id: (\\d+)\n.*", "$1");
    HttpResponse<byte[]> rest =
        worker.send(
            worker.request("/predictions/" + id + "/events").header("Last-Event-ID", lastId));
    assertThat(rest.body()).isEmpty();
  }
}
