// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.vendor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one request from the bytes that have come so far. */
final class RequestReader {
  private final byte[] bytes;
  private final int length;
  private int at;

  RequestReader(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /** The request; none while it is not whole. */
  Optional<HttpLoop.Request> read() throws IOException {
    String start = line();
    String key = "";
    int bodyLength = 0;
    boolean chunked = false;
    String header = line();
    for (; header != null && !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      if (colon < 0) {
        throw new IOException("no header: " + header);
      }
      String value = header.substring(colon + 1).strip();
      switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "idempotency-key" -> key = value;
        case "content-length" -> bodyLength = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = value.equals("chunked");
        default -> {}
      }
    }
    if (start == null || header == null) {
      return Optional.empty();
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean whole = chunked ? chunks(body) : take(bodyLength, body);
    String[] words = start.split(" ", 3);
    return whole
        ? Optional.of(new HttpLoop.Request(words[0], words[1], key, body.toString(UTF_8)))
        : Optional.empty();
  }

  private boolean chunks(ByteArrayOutputStream body) {
    for (String size = line(); size != null; size = line()) {
      int bytesInChunk = Integer.parseInt(size, 16);
      if (!take(bytesInChunk, body) || line() == null) {
        return false;
      }
      if (bytesInChunk == 0) {
        return true;
      }
    }
    return false;
  }

  private boolean take(int count, ByteArrayOutputStream body) {
    if (at + count > length) {
      return false;
    }
    body.write(bytes, at, count);
    at += count;
    return true;
  }

  /** The next line without its end; null while it has none. */
  private @Nullable String line() {
    for (int i = at; i + 1 < length; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
        String line = new String(bytes, at, i - at, ISO_8859_1);
        at = i + 2;
        return line;
      }
    }
    at = length;
    return null;
  }
}
