// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one call from a connection: its head first, its body when it is wanted. */
final class CallReader {
  private final InputStream in;
  private final String method;
  private final String target;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private CallReader(InputStream in, String method, String target) {
    this.in = in;
    this.method = method;
    this.target = target;
  }

  /**
   * Reads the head of the next call; none when there is none, or what comes is not HTTP.
   *
   * @throws IOException when it breaks off
   */
  static Optional<CallReader> next(InputStream in) throws IOException {
    int first = in.read();
    if (first < 'A' || first > 'Z') { // A TLS handshake begins with 22, the end is -1.
      return Optional.empty();
    }
    String[] line = ((char) first + line(in)).split(" ", 3);
    if (line.length < 3) {
      return Optional.empty();
    }
    CallReader call = new CallReader(in, line[0], line[1]);
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      call.headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
    }
    return Optional.of(call);
  }

  String method() {
    return method;
  }

  /** The path, without the query. */
  String path() {
    return target.split("\\?", 2)[0];
  }

  /** Reads so much of the body as it is sent, or all of it when it is shorter. */
  void skip(long bytes) throws IOException {
    long there = isChunked() ? bytes : Math.min(bytes, length());
    for (long left = there; left > 0 && in.read() >= 0; left--) {
      // A byte that nobody wants.
    }
  }

  /** Reads the body; the call is complete then. */
  RecordedCall complete(boolean foreign) throws IOException {
    return new RecordedCall(method, target, headers, body(), foreign);
  }

  private byte[] body() throws IOException {
    if (isChunked()) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = size(); size > 0; size = size()) {
        body.write(exactly(size));
        line(in);
      }
      line(in);
      return body.toByteArray();
    }
    return exactly(length());
  }

  private boolean isChunked() {
    return "chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"));
  }

  private int length() {
    return Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
  }

  private int size() throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("a call that breaks off");
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("a call that breaks off");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
