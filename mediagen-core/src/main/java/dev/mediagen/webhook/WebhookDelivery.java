// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call that came from a vendor, as the web server got it. The body must be the raw bytes: JSON
 * that was read and written again no longer fits its signature. Immutable.
 */
public final class WebhookDelivery {
  private final String method;
  private final Optional<URI> url;
  private final Map<String, String> headers;
  private final byte[] body;

  private WebhookDelivery(
      String method, Optional<URI> url, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.url = url;
    TreeMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(sorted::putIfAbsent);
    this.headers = Collections.unmodifiableMap(sorted);
    this.body = body;
  }

  /** A delivery by POST. */
  public static WebhookDelivery of(Map<String, String> headers, byte[] body) {
    return new WebhookDelivery("POST", Optional.empty(), headers, body.clone());
  }

  /** The same for servers that give a list of values for each header; the first one counts. */
  public static WebhookDelivery ofLists(Map<String, List<String>> headers, byte[] body) {
    TreeMap<String, String> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> {
          if (name != null && !values.isEmpty()) {
            first.putIfAbsent(name, values.get(0));
          }
        });
    return of(first, body);
  }

  /**
   * The same with the URL that was called, as the vendor sees it: behind a proxy that is the outer
   * one. Needed where the URL carries the token of the job, and where it is signed.
   */
  public WebhookDelivery at(URI newUrl) {
    return new WebhookDelivery(method, Optional.of(newUrl), headers, body);
  }

  /** The same by another HTTP method. */
  public WebhookDelivery by(String newMethod) {
    return new WebhookDelivery(newMethod, url, headers, body);
  }

  /** The HTTP method. */
  public String method() {
    return method;
  }

  /** The URL that was called, where it is known. */
  public Optional<URI> url() {
    return url;
  }

  /** A header, by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** All headers; their names are looked up in any case. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The raw body. The array is not copied: do not change it. */
  public byte[] body() {
    return body;
  }

  /** Shows the size only: headers and URLs of deliveries carry secrets. */
  @Override
  public String toString() {
    return method + " with " + headers.size() + " headers, " + body.length + " bytes";
  }
}
