// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest extends WorkerTest {
  private JsonNode refused(int status, String model, ObjectNode input) throws Exception {
    HttpResponse<byte[]> reply = worker.put(Worker.newId(), model, input);
    assertThat(reply.statusCode()).as(new String(reply.body(), US_ASCII)).isEqualTo(status);
    return Worker.json(reply);
  }

  @ParameterizedTest
  @CsvSource({
    "sketch-image, width, 4000, 64 to 2048; the nearest is 2048",
    "sketch-image, width, 3, 64 to 2048; the nearest is 64",
    "sketch-image, count, 9, 1 to 4",
    "sketch-image, seed, -1, 0 to 4294967295",
    "sketch-image, strength, 2, 0 to 1",
    "sketch-video, duration, 60, 1 to 10",
    "sketch-video, width, 500, 64 to 1024 in steps of 16; the nearest is 496",
    "sketch-video, fps, 90, 1 to 30",
    "sketch-music, duration, 61, 1 to 60",
    "sketch-music, tempo, 500, 40 to 200",
    "sketch-sound, duration, 0.1, 0.5 to 30",
    "sketch-3d, slow, 600, 0 to 60"
  })
  void numberOutOfBoundsNamesFieldValueAndBounds(
      String model, String field, double value, String allowed) throws Exception {
    ObjectNode input = Worker.input().put("prompt", "x").put(field, value);
    JsonNode error = refused(422, model, input);
    assertThat(error.get("error_code").asText()).isEqualTo("invalid_input");
    JsonNode detail = error.get("detail").get(0);
    assertThat(detail.get("loc").toString()).isEqualTo("[\"body\",\"input\",\"" + field + "\"]");
    String shown = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    assertThat(detail.get("msg").asText()).contains(field + " was " + shown).contains(allowed);
  }

  @Test
  void missingAndMistypedFieldsAreNamed() throws Exception {
    assertThat(refused(422, "sketch-image", Worker.input()).get("error").asText())
        .isEqualTo("prompt is required");
    assertThat(refused(422, "sketch-image", Worker.input().put("prompt", 3)).get("error").asText())
        .contains("prompt was 3", "a string");
    assertThat(
            refused(422, "sketch-speech", Worker.input().put("text", "hi").put("voice", "bob"))
                .get("error")
                .asText())
        .contains("voice was 'bob'", "kevin16, kevin");
    assertThat(
            refused(422, "sketch-music", Worker.prompt("x", 1).put("instrumental", false))
                .get("error")
                .asText())
        .contains("nothing is sung");
  }

  @Test
  void inputFilesAreCheckedBeforeTheRun() throws Exception {
    ObjectNode web = Worker.prompt("x", 1).put("source", "https://example.com/a.png");
    assertThat(refused(422, "sketch-image", web).get("error").asText())
        .contains("source", "fetches nothing");
    ObjectNode text = Worker.prompt("x", 1).put("source", "data:text/plain,hello");
    assertThat(refused(422, "sketch-image", text).get("error").asText()).contains("no picture");
    ObjectNode gone = Worker.input().put("source", "/files/none.png");
    assertThat(refused(422, "sketch-upscale", gone).get("error").asText()).contains("none.png");
    ObjectNode bad = Worker.prompt("x", 1).put("source", "data:image/png;base64,iVBORw0KGgo=");
    assertThat(refused(422, "sketch-image", bad).get("error").asText()).contains("source");
  }

  @Test
  void unknownModelJobFileAndPathAreNotFound() throws Exception {
    JsonNode error = refused(404, "qwen-image", Worker.prompt("x", 1));
    assertThat(error.get("error_code").asText()).isEqualTo("model_not_found");
    assertThat(error.get("error").asText()).contains("qwen-image", "sketch-image");
    for (String path : new String[] {"/predictions/none", "/files/none", "/nowhere"}) {
      assertThat(worker.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(worker.post("/predictions/none/cancel").statusCode()).isEqualTo(404);
  }

  @Test
  void brokenRequestsAreToldApart() throws Exception {
    String path = "/predictions/" + Worker.newId();
    HttpResponse<byte[]> noJson =
        worker.send(
            worker
                .request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{")));
    assertThat(noJson.statusCode()).isEqualTo(400);
    HttpResponse<byte[]> noType =
        worker.send(worker.request(path).PUT(BodyPublishers.ofString("{}")));
    assertThat(noType.statusCode()).isEqualTo(415);
    HttpResponse<byte[]> tooLarge =
        worker.send(
            worker
                .request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(new byte[(16 << 20) + 1])));
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    HttpResponse<byte[]> badId = worker.put("a%20b", "sketch-image", Worker.prompt("x", 1));
    assertThat(badId.statusCode()).isEqualTo(422);
    HttpResponse<byte[]> badMethod = worker.post("/health-check");
    assertThat(badMethod.statusCode()).isEqualTo(405);
    assertThat(badMethod.headers().firstValue("Allow")).contains("GET");
    assertThat(worker.get("/predictions/none?wait=x").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example, , 403",
    "localhost.evil.example:80, , 403",
    "localhost, , 200",
    "[::1]:99, , 200",
    "127.0.0.1, https://evil.example, 403",
    "127.0.0.1, http://localhost:3000, 200"
  })
  void onlyLoopbackNamesAreServed(String host, String origin, int status) throws Exception {
    URI base = worker.request("/").build().uri();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      String from = origin == null ? "" : "Origin: " + origin + "\r\n";
      String request =
          "GET /models HTTP/1.1\r\nHost: " + host + "\r\n" + from + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      ByteArrayOutputStream reply = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(reply);
      assertThat(reply.toString(US_ASCII)).startsWith("HTTP/1.1 " + status);
    }
  }
}
