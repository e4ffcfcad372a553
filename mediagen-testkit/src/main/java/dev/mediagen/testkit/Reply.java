// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@link ScriptedVendor} answers, and what happens to the connection meanwhile. Immutable.
 * In texts and headers {@code {base}} stands for the address of the vendor, {@code {cdn}} for that
 * of a second host which is not the vendor's.
 */
public final class Reply {
  private static final byte[] NOTHING = {};

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final byte[] pad;
  private final long padding;
  private final Manner manner;

  private Reply(
      int status,
      Map<String, String> headers,
      byte[] body,
      byte[] pad,
      long padding,
      Manner manner) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.pad = pad;
    this.padding = padding;
    this.manner = manner;
  }

  /** A status with JSON. */
  public static Reply json(int status, String json) {
    return bytes(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /** 200 with JSON. */
  public static Reply json(String json) {
    return json(200, json);
  }

  /** A status with text of a type. */
  public static Reply text(int status, String mediaType, String text) {
    return bytes(status, mediaType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A status with bytes. */
  public static Reply bytes(int status, String mediaType, byte[] body) {
    return new Reply(
        status, Map.of("Content-Type", mediaType), body.clone(), NOTHING, 0, Manner.USUAL);
  }

  /** A status with nothing. */
  public static Reply empty(int status) {
    return new Reply(status, Map.of(), NOTHING, NOTHING, 0, Manner.USUAL);
  }

  /** A small picture. */
  public static Reply png() {
    return bytes(200, "image/png", Samples.png());
  }

  /** A redirect. */
  public static Reply redirect(int status, String location) {
    return empty(status).header("Location", location);
  }

  /** A page of a proxy where JSON should be. */
  public static Reply garbage() {
    return text(200, "text/html", "<html><body>Welcome to the hotel network</body></html>");
  }

  /** The connection is closed when the call has been read, without an answer. */
  public static Reply cut() {
    return empty(200).manner(Manner.USUAL.stopping(Manner.Stop.BEFORE, 0, false));
  }

  /**
   * The connection is closed when so many bytes of the call's body have been read; with 0 when only
   * its headers have. Such a call is not among {@link ScriptedVendor#calls()}.
   */
  public static Reply cutWhileReading(long bytes) {
    return empty(200).manner(Manner.USUAL.reading(bytes, false));
  }

  /**
   * Nothing more of the call is read after so many bytes of its body; the connection stays open.
   */
  public static Reply stallWhileReading(long bytes) {
    return empty(200).manner(Manner.USUAL.reading(bytes, true));
  }

  /** No answer ever comes. */
  public static Reply stall() {
    return empty(200).manner(Manner.USUAL.stopping(Manner.Stop.BEFORE, 0, true));
  }

  /** The same with a header, in place of one of that name. */
  public Reply header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body, pad, padding, manner);
  }

  /**
   * The same with a longer body, which is never held in memory: a text follows, again and again.
   *
   * @param bytes how many bytes are added; the last repetition may be cut
   */
  public Reply padded(String text, long bytes) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("nothing to repeat");
    }
    byte[] repeated = text.getBytes(StandardCharsets.UTF_8);
    return new Reply(status, headers, body, repeated, bytes, manner);
  }

  /** The connection is closed in the middle of this answer's headers. */
  public Reply cutInHeaders() {
    return manner(manner.stopping(Manner.Stop.IN_HEAD, 0, false));
  }

  /** The connection is closed in the middle of this answer's body. */
  public Reply cutInBody() {
    return cutAfter(-1);
  }

  /** The connection is closed after so many bytes of this answer's body. */
  public Reply cutAfter(long bytes) {
    return manner(manner.stopping(Manner.Stop.IN_BODY, bytes, false));
  }

  /**
   * Nothing comes any more after so many bytes of this answer's body; the connection stays open.
   */
  public Reply stallAfter(long bytes) {
    return manner(manner.stopping(Manner.Stop.IN_BODY, bytes, true));
  }

  /** This answer begins so much later, in real time. */
  public Reply late(Duration time) {
    return manner(manner.waiting(time));
  }

  /** The body of this answer comes in pieces of so many bytes, with a pause, in real time. */
  public Reply drip(int bytes, Duration pause) {
    return manner(manner.dripping(bytes, pause));
  }

  /** This answer does not say how long it is. */
  public Reply chunked() {
    return manner(manner.chunks());
  }

  private Reply manner(Manner changed) {
    return new Reply(status, headers, body, pad, padding, changed);
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  /** What is repeated after the body. */
  byte[] pad() {
    return pad;
  }

  /** For how many bytes it is repeated. */
  long padding() {
    return padding;
  }

  Manner manner() {
    return manner;
  }
}
