// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FilesTest extends WorkerTest {
  private static ObjectNode picture() {
    return Worker.prompt("a lake", 1).put("width", 64).put("height", 64);
  }

  private HttpResponse<byte[]> upload(byte[] bytes) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        "--mark\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n".getBytes(ISO_8859_1));
    body.writeBytes(
        ("--mark\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n")
            .getBytes(ISO_8859_1));
    body.writeBytes(bytes);
    body.writeBytes("\r\n--mark--\r\n".getBytes(ISO_8859_1));
    return worker.send(
        worker
            .request("/files")
            .header("Content-Type", "multipart/form-data; boundary=mark")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  @Test
  void uploadedFileComesBackAndServesAsInput() throws Exception {
    byte[] bytes = worker.file("sketch-image", picture());
    HttpResponse<byte[]> reply = upload(bytes);
    assertThat(reply.statusCode()).isEqualTo(201);
    JsonNode receipt = Worker.json(reply);
    assertThat(receipt.get("size").asInt()).isEqualTo(bytes.length);
    assertThat(receipt.get("content_type").asText()).isEqualTo("image/png");
    String url = receipt.get("urls").get("get").asText();
    assertThat(worker.get(url).body()).isEqualTo(bytes);
    String absolute = worker.request(url).build().uri().toString();
    JsonNode large = worker.output("sketch-upscale", Worker.input().put("source", absolute));
    assertThat(large.get("width").asInt()).isEqualTo(128);
  }

  @Test
  void uploadWithoutContentIsRefused() throws Exception {
    HttpResponse<byte[]> reply =
        worker.send(
            worker
                .request("/files")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString("--b--\r\n")));
    assertThat(reply.statusCode()).isEqualTo(422);
  }

  @Test
  void outputHasLengthHashTagAndRanges() throws Exception {
    JsonNode output = worker.output("sketch-image", picture());
    byte[] bytes = worker.fetch(output);
    assertThat(bytes).hasSize(output.get("size_bytes").asInt());
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    assertThat(output.get("sha256").asText()).isEqualTo(hash);

    HttpRequest.Builder request = worker.request(output.get("url").asText());
    HttpResponse<byte[]> part = worker.send(request.copy().header("Range", "bytes=10-19"));
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + bytes.length);
    HttpResponse<byte[]> end = worker.send(request.copy().header("Range", "bytes=-5"));
    assertThat(end.body()).isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 5, bytes.length));
    assertThat(worker.send(request.copy().header("Range", "bytes=99999999-")).statusCode())
        .isEqualTo(416);

    HttpResponse<byte[]> head = worker.send(request.copy().method("HEAD", BodyPublishers.noBody()));
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(bytes.length);
    String tag = head.headers().firstValue("ETag").orElseThrow();
    assertThat(worker.send(request.copy().header("If-None-Match", tag)).statusCode())
        .isEqualTo(304);
  }
}
