// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@link ScriptedVendor} answers. Immutable. In texts and headers {@code {base}} stands for
 * the address of the vendor, {@code {cdn}} for that of a second host which is not the vendor's.
 */
public final class Reply {
  /** What happens to the connection. */
  enum Fate {
    ANSWER,
    CUT,
    CUT_BODY,
    STALL
  }

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Fate fate;

  private Reply(int status, Map<String, String> headers, byte[] body, Fate fate) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.fate = fate;
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
    return new Reply(status, Map.of("Content-Type", mediaType), body.clone(), Fate.ANSWER);
  }

  /** A status with nothing. */
  public static Reply empty(int status) {
    return new Reply(status, Map.of(), new byte[0], Fate.ANSWER);
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
    return new Reply(200, Map.of(), new byte[0], Fate.CUT);
  }

  /** The connection is closed in the middle of this answer. */
  public Reply cutInBody() {
    return new Reply(status, headers, body, Fate.CUT_BODY);
  }

  /** No answer ever comes. */
  public static Reply stall() {
    return new Reply(200, Map.of(), new byte[0], Fate.STALL);
  }

  /** The same with a header. */
  public Reply header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body, fate);
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

  Fate fate() {
    return fate;
  }
}
