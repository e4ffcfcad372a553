// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.UUID;

/** Speaks to a worker as any client would, over its socket. */
final class Worker {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  Worker(URI base) {
    this.base = base;
  }

  static ObjectNode input() {
    return JSON.createObjectNode();
  }

  static ObjectNode prompt(String prompt, long seed) {
    return input().put("prompt", prompt).put("seed", seed);
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  static String dataUri(String type, byte[] bytes) {
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  static JsonNode json(HttpResponse<byte[]> reply) throws IOException {
    return JSON.readTree(reply.body());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path));
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<byte[]> post(String path) throws IOException, InterruptedException {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  HttpResponse<byte[]> put(String id, String model, ObjectNode input)
      throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("model", model).set("input", input);
    return send(
        request("/predictions/" + id)
            .header("Content-Type", "application/json")
            .header("Prefer", "respond-async")
            .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  /** Submits without waiting. */
  String submit(String model, ObjectNode input) throws IOException, InterruptedException {
    String id = newId();
    HttpResponse<byte[]> reply = put(id, model, input);
    assertThat(reply.statusCode()).as(new String(reply.body(), UTF_8)).isIn(200, 202);
    return id;
  }

  /** Polls until the job has ended. */
  JsonNode end(String id) throws IOException, InterruptedException {
    JsonNode job = json(get("/predictions/" + id));
    while (job.get("completed_at").isNull()) {
      job = json(get("/predictions/" + id + "?wait=20"));
    }
    return job;
  }

  /** Polls until the job has begun. */
  void begin(String id) throws IOException, InterruptedException {
    while (json(get("/predictions/" + id)).get("started_at").isNull()) {
      // A short wait: the begin may have passed before this poll, and the next change be far.
      get("/predictions/" + id + "?wait=0.05");
    }
  }

  /** Runs a job to its success and gives the first output. */
  JsonNode output(String model, ObjectNode input) throws IOException, InterruptedException {
    JsonNode job = end(submit(model, input));
    assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("succeeded");
    return job.get("output").get(0);
  }

  byte[] fetch(JsonNode output) throws IOException, InterruptedException {
    HttpResponse<byte[]> reply = get(output.get("url").asText());
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().firstValue("Content-Type"))
        .contains(output.get("content_type").asText());
    return reply.body();
  }

  byte[] file(String model, ObjectNode input) throws IOException, InterruptedException {
    return fetch(output(model, input));
  }
}
