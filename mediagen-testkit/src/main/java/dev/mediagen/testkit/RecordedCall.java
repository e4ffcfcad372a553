// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A call that reached a {@link ScriptedVendor}. Immutable. */
public final class RecordedCall {
  private final String method;
  private final String target;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean foreign;

  RecordedCall(
      String method, String target, Map<String, String> headers, byte[] body, boolean foreign) {
    this.method = method;
    this.target = target;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.headers.putAll(headers);
    this.body = body;
    this.foreign = foreign;
  }

  /** The HTTP method. */
  public String method() {
    return method;
  }

  /** The path with its query. */
  public String target() {
    return target;
  }

  /** A header, by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** All headers. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The body. */
  public byte[] body() {
    return body.clone();
  }

  /** Whether it went to the host that is not the vendor's. */
  public boolean foreign() {
    return foreign;
  }

  @Override
  public String toString() {
    return method + " " + target;
  }
}
