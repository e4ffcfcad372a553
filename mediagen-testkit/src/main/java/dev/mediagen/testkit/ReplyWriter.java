// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts one reply on a connection, in its manner. */
final class ReplyWriter {
  /** As much as is written at a time when nothing is said. */
  private static final int SLICE = 64 * 1024;

  /** Lets real time pass, unless the server is closed meanwhile. */
  interface Pause {
    void pass(Duration time) throws IOException;
  }

  private final Reply reply;
  private final Manner manner;
  private final InputStream in;
  private final OutputStream out;
  private final Pause pause;

  ReplyWriter(Reply reply, InputStream in, OutputStream out, Pause pause) {
    this.reply = reply;
    this.manner = reply.manner();
    this.in = in;
    this.out = out;
    this.pause = pause;
  }

  /**
   * Writes the reply.
   *
   * @param filled puts addresses into a text
   * @return whether the connection can be used again
   */
  boolean write(UnaryOperator<String> filled) throws IOException {
    pause.pass(manner.late());
    byte[] body = isText() ? latin1(filled.apply(latin1(reply.body()))) : reply.body();
    long length = body.length + reply.padding();
    byte[] head = head(length, filled);
    switch (manner.stops()) {
      case BEFORE -> {
        return broken();
      }
      case IN_HEAD -> {
        out.write(head, 0, head.length / 2);
        return broken();
      }
      case IN_BODY -> {
        out.write(head);
        body(body, manner.after() < 0 ? length / 2 : Math.min(manner.after(), length));
        return broken();
      }
      case NOWHERE -> {
        out.write(head);
        body(body, length);
        if (manner.chunked()) {
          out.write(latin1("0\r\n\r\n"));
        }
        out.flush();
      }
    }
    return true;
  }

  /** What breaks off is closed, or kept open until the other side has lost patience. */
  private boolean broken() throws IOException {
    out.flush();
    while (manner.silent() && in.read() >= 0) {
      // What else the other side says is not listened to.
    }
    return false;
  }

  private byte[] head(long length, UnaryOperator<String> filled) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(reply.status()).append(" \r\n");
    for (Map.Entry<String, String> header : reply.headers().entrySet()) {
      head.append(header.getKey()).append(": ").append(filled.apply(header.getValue()));
      head.append("\r\n");
    }
    if (manner.chunked()) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (reply.headers().keySet().stream().noneMatch("Content-Length"::equalsIgnoreCase)) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    return latin1(head.append("\r\n").toString());
  }

  /** Writes the body, and after it what is repeated, up to a length. */
  private void body(byte[] body, long length) throws IOException {
    int own = (int) Math.min(body.length, length);
    bytes(body, own);
    bytes(block(reply.pad()), length - own);
  }

  private void bytes(byte[] block, long length) throws IOException {
    int most = manner.slice() == 0 ? SLICE : manner.slice();
    long left = length;
    int at = 0;
    while (left > 0) {
      int count = (int) Math.min(Math.min(most, left), block.length - at);
      slice(block, at, count);
      at = (at + count) % block.length;
      left -= count;
    }
  }

  private void slice(byte[] block, int at, int count) throws IOException {
    if (manner.chunked()) {
      out.write(latin1(Integer.toHexString(count) + "\r\n"));
    }
    out.write(block, at, count);
    if (manner.chunked()) {
      out.write(latin1("\r\n"));
    }
    if (!manner.pause().isZero()) {
      out.flush();
      pause.pass(manner.pause());
    }
  }

  /** A short text many times, so that it need not be written byte by byte. */
  private static byte[] block(byte[] unit) {
    int times = unit.length == 0 ? 0 : Math.max(1, SLICE / unit.length);
    byte[] block = new byte[unit.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(unit, 0, block, i * unit.length, unit.length);
    }
    return block;
  }

  private boolean isText() {
    String type = reply.headers().getOrDefault("Content-Type", "").toLowerCase(Locale.ROOT);
    return type.contains("json") || type.startsWith("text/");
  }

  /** In Latin-1 every byte is a character, so what is called text and is none stays as it is. */
  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
