// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Optional;

/** One HTTP request and its answer. */
final class Call {
  private final HttpExchange exchange;

  Call(HttpExchange exchange) {
    this.exchange = exchange;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  Optional<String> query(String name) {
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : (query == null ? "" : query).split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), UTF_8));
      }
    }
    return Optional.empty();
  }

  /** The media type of the body, without parameters. */
  String contentType() {
    String type = header("Content-Type").orElse("");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  ObjectNode json() throws IOException {
    if (!contentType().equals("application/json")) {
      throw Refusal.of(
          415,
          "unsupported_media_type",
          "Content-Type was '" + contentType() + "'; allowed: application/json");
    }
    return Json.read(body(Limits.JSON_BODY));
  }

  byte[] body(int most) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(most + 1);
    if (body.length > most) {
      readOn();
      throw Refusal.of(413, "too_large", "The body is larger than " + most + " bytes");
    }
    return body;
  }

  /** A client that still sends would miss the answer, so the rest is read, within bounds. */
  private void readOn() throws IOException {
    byte[] ignored = new byte[1 << 16];
    long left = Limits.UPLOAD;
    while (left > 0) {
      int count = exchange.getRequestBody().read(ignored);
      left = count < 0 ? 0 : left - count;
    }
  }

  void answerHeader(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
  }

  void answer(int status, JsonNode body) throws IOException {
    answerHeader("Content-Type", "application/json");
    answer(status, Json.write(body));
  }

  void answer(int status, byte[] body) throws IOException {
    answer(status, body, 0, body.length);
  }

  void answer(int status, byte[] body, int from, int length) throws IOException {
    // The JDK's server sends head and body apart, and on a kept connection the second part waits
    // for the delayed acknowledgement of the first: 40 ms for each call. A close pushes it out.
    answerHeader("Connection", "close");
    if (length == 0 || method().equals("HEAD")) {
      answerHeader("Content-Length", Integer.toString(length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, length);
    exchange.getResponseBody().write(body, from, length);
  }

  void answerEmpty(int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  /** Starts an answer of unknown length. */
  OutputStream stream(int status) throws IOException {
    exchange.sendResponseHeaders(status, 0);
    return exchange.getResponseBody();
  }
}
