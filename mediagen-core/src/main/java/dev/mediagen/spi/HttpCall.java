// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP call as data: what an adapter wants to have sent. Immutable; every method returns a new
 * call. Paths are relative to the provider's base URL, so that users can point a provider
 * elsewhere. Authentication is added by the engine, and only towards the provider's own hosts.
 */
public final class HttpCall {
  /** What a call carries. */
  public sealed interface Body {
    /** A JSON tree; {@link Input} placeholders in it are streamed as data URI or base64. */
    record Json(JsonNode tree) implements Body {}

    /**
     * Multipart form data: one part for each field, a file part for each {@link Input}, repeated
     * parts for the elements of an array, JSON text for an object.
     */
    record Multipart(ObjectNode fields) implements Body {}

    /** A form, URL-encoded. */
    record Form(Map<String, String> fields) implements Body {}

    /** The bytes of an input as they are. */
    record Raw(Input input) implements Body {}

    /** A text. */
    record Text(String text, String mediaType) implements Body {}
  }

  /** How bytes are written in JSON text. */
  public enum BinaryText {
    /** Base64, standard alphabet. */
    BASE64,
    /** Hexadecimal. */
    HEX
  }

  private final String method;
  private final String base;
  private final String path;
  private final @Nullable URI absolute;
  private final Map<String, String> query;
  private final Map<String, String> headers;
  private final @Nullable Body body;
  private final Map<String, BinaryText> binaryFields;
  private final boolean anonymous;
  private final Duration hold;

  private HttpCall(
      String method,
      String base,
      String path,
      @Nullable URI absolute,
      Map<String, String> query,
      Map<String, String> headers,
      @Nullable Body body,
      Map<String, BinaryText> binaryFields,
      boolean anonymous,
      Duration hold) {
    this.method = method;
    this.base = base;
    this.path = path;
    this.absolute = absolute;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.binaryFields = binaryFields;
    this.anonymous = anonymous;
    this.hold = hold;
  }

  /** A call of any method to a path below the base URL. */
  public static HttpCall of(String method, String path) {
    return new HttpCall(
        method, "", path, null, Map.of(), Map.of(), null, Map.of(), false, Duration.ZERO);
  }

  /** A GET. */
  public static HttpCall get(String path) {
    return of("GET", path);
  }

  /** A POST. */
  public static HttpCall post(String path) {
    return of("POST", path);
  }

  /** A PUT. */
  public static HttpCall put(String path) {
    return of("PUT", path);
  }

  /** A DELETE. */
  public static HttpCall delete(String path) {
    return of("DELETE", path);
  }

  /** A call to a URL that a reply gave; the key goes along only to the provider's own hosts. */
  public static HttpCall to(String method, URI url) {
    return new HttpCall(
        method, "", "", url, Map.of(), Map.of(), null, Map.of(), false, Duration.ZERO);
  }

  /** The call at another base URL of the provider, by its name in {@link ProviderInfo}. */
  public HttpCall at(String baseName) {
    return new HttpCall(
        method, baseName, path, absolute, query, headers, body, binaryFields, anonymous, hold);
  }

  /** The call with a query parameter. */
  public HttpCall query(String name, Object value) {
    return new HttpCall(
        method,
        base,
        path,
        absolute,
        plus(query, name, value.toString()),
        headers,
        body,
        binaryFields,
        anonymous,
        hold);
  }

  /** The call with a header. */
  public HttpCall header(String name, Object value) {
    return new HttpCall(
        method,
        base,
        path,
        absolute,
        query,
        plus(headers, name, value.toString()),
        body,
        binaryFields,
        anonymous,
        hold);
  }

  /** The call with a JSON body. */
  public HttpCall json(JsonNode tree) {
    return body(new Body.Json(tree));
  }

  /** The call with a multipart body. */
  public HttpCall multipart(ObjectNode fields) {
    return body(new Body.Multipart(fields));
  }

  /** The call with a body. */
  public HttpCall body(Body newBody) {
    return new HttpCall(
        method, base, path, absolute, query, headers, newBody, binaryFields, anonymous, hold);
  }

  /**
   * Says that text under this field name, anywhere in a JSON reply, is bytes: it is decoded while
   * the reply is read, and {@link HttpReply#blob(JsonNode)} gives them.
   */
  public HttpCall binary(String fieldName, BinaryText encoding) {
    Map<String, BinaryText> more = new LinkedHashMap<>(binaryFields);
    more.put(fieldName, encoding);
    return new HttpCall(
        method, base, path, absolute, query, headers, body, Map.copyOf(more), anonymous, hold);
  }

  /** {@link #binary(String, BinaryText)} for base64. */
  public HttpCall binary(String fieldName) {
    return binary(fieldName, BinaryText.BASE64);
  }

  /** The call without authentication, for upload URLs that carry their own. */
  public HttpCall anonymous() {
    return new HttpCall(
        method, base, path, absolute, query, headers, body, binaryFields, true, hold);
  }

  /** Says that the vendor may take this long to answer on purpose: a long poll. */
  public HttpCall hold(Duration longest) {
    return new HttpCall(
        method, base, path, absolute, query, headers, body, binaryFields, anonymous, longest);
  }

  /** The HTTP method. */
  public String method() {
    return method;
  }

  /** The name of the base URL; empty for the main one. */
  public String base() {
    return base;
  }

  /** The path below the base URL. */
  public String path() {
    return path;
  }

  /** The whole URL, when a reply gave it. */
  public Optional<URI> absolute() {
    return Optional.ofNullable(absolute);
  }

  /** The query parameters, not yet encoded. */
  public Map<String, String> query() {
    return query;
  }

  /** The headers the adapter wants; authentication is not among them. */
  public Map<String, String> headers() {
    return headers;
  }

  /** What the call carries. */
  public Optional<Body> body() {
    return Optional.ofNullable(body);
  }

  /** The field names whose text is bytes. */
  public Map<String, BinaryText> binaryFields() {
    return binaryFields;
  }

  /** Whether authentication is left out. */
  public boolean isAnonymous() {
    return anonymous;
  }

  /** How long the vendor may hold the answer back. */
  public Duration hold() {
    return hold;
  }

  private static Map<String, String> plus(Map<String, String> map, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return Collections.unmodifiableMap(more);
  }
}
