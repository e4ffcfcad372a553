// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.mediagen.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An HTTP reply as data: JSON as a tree, anything else as bytes. Immutable. */
public final class HttpReply {
  private final int status;
  private final Map<String, String> headers;
  private final @Nullable JsonNode tree;
  private final Blob blob;
  private final @Nullable String flaw;

  private HttpReply(
      int status,
      Map<String, String> headers,
      @Nullable JsonNode tree,
      Blob blob,
      @Nullable String flaw) {
    this.status = status;
    TreeMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    this.headers = sorted;
    this.tree = tree;
    this.blob = blob;
    this.flaw = flaw;
  }

  /** A reply whose JSON was read already. */
  public static HttpReply of(int status, Map<String, String> headers, JsonNode tree) {
    return new HttpReply(status, headers, tree, Blob.of(new byte[0]), null);
  }

  /** A reply whose body is bytes. */
  public static HttpReply of(int status, Map<String, String> headers, Blob body) {
    return new HttpReply(status, headers, null, body, null);
  }

  /** A reply whose body was not kept, and why: whoever asks for its JSON or its bytes is told. */
  public static HttpReply unreadable(int status, Map<String, String> headers, String flaw) {
    return new HttpReply(status, headers, null, Blob.of(new byte[0]), flaw);
  }

  /** A JSON reply from its text, for tests of adapters. */
  public static HttpReply json(int status, String json) {
    try {
      return of(status, Map.of("Content-Type", "application/json"), Json.MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Whether the status is 2xx. */
  public boolean success() {
    return status / 100 == 2;
  }

  /** A header, by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** All headers. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The media type of the body, in lower case, without parameters. */
  public String mediaType() {
    String type = headers.getOrDefault("Content-Type", "application/octet-stream");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Whether the body was JSON. */
  public boolean isJson() {
    return tree != null;
  }

  /**
   * The JSON of the body.
   *
   * @throws UnreadableReplyException when it is none
   */
  public JsonNode json() {
    requireBody();
    if (tree == null) {
      throw new UnreadableReplyException("JSON expected, got " + mediaType() + ": " + excerpt());
    }
    return tree;
  }

  /** The JSON of the body, or a missing node; for error replies, which may be anything. */
  public JsonNode jsonOrMissing() {
    return tree == null ? MissingNode.getInstance() : tree;
  }

  /** The text at a pointer such as {@code /data/task_id}, when there is one. */
  public Optional<String> at(String pointer) {
    JsonNode node = jsonOrMissing().at(pointer);
    return node.isValueNode() && !node.isNull() && !node.asText().isEmpty()
        ? Optional.of(node.asText())
        : Optional.empty();
  }

  /** The fields of the object at a pointer; the empty pointer is the whole reply. */
  public Fields fields(String pointer) {
    return new Fields(jsonOrMissing().at(pointer));
  }

  /**
   * The text at a pointer.
   *
   * @throws UnreadableReplyException when there is none
   */
  public String required(String pointer) {
    json();
    return at(pointer)
        .orElseThrow(() -> new UnreadableReplyException("the reply has no " + pointer));
  }

  /**
   * The body as bytes, when it was not JSON.
   *
   * @throws UnreadableReplyException when it was too large to be kept
   */
  public Blob blob() {
    requireBody();
    return blob;
  }

  private void requireBody() {
    if (flaw != null) {
      throw new UnreadableReplyException(flaw);
    }
  }

  /** The bytes that stood as text at a node that {@link HttpCall#binary} had named. */
  public Blob blob(JsonNode node) {
    if (node instanceof POJONode pojo && pojo.getPojo() instanceof Blob bytes) {
      return bytes;
    }
    throw new UnreadableReplyException("bytes expected at a field, got " + node.getNodeType());
  }

  /**
   * The body as text, when it was not JSON; the JSON as text otherwise. For a body that was not
   * kept it is the reason.
   */
  public String text() {
    if (flaw != null) {
      return flaw;
    }
    if (tree != null) {
      return Json.text(tree);
    }
    try (var in = blob.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The beginning of the body on one line, for messages. */
  public String excerpt() {
    String line = blob.size() > 1_000_000 ? blob.size() + " bytes" : text();
    line = line.replaceAll("\\s+", " ").strip();
    return line.length() > 300 ? line.substring(0, 297) + "..." : line;
  }
}
