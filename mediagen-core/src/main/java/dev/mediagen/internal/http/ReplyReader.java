// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.mediagen.internal.json.Json;
import dev.mediagen.internal.media.Blobs;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.HttpCall.BinaryText;
import dev.mediagen.spi.HttpReply;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reads replies: JSON becomes a tree, in which text that a call declared to be bytes is decoded
 * while it is read; everything else becomes bytes, in a file when they are many. No reply, however
 * large or deep, exhausts the memory: beyond the bounds it is one that cannot be read.
 */
final class ReplyReader {
  /** No vendor nests twenty deep; a tree is walked by recursion, which thousands would break. */
  private static final int MAX_DEPTH = 200;

  /** The longest texts are logs and transcripts; bytes as text are declared, and not counted. */
  private static final int MAX_STRING = 10 << 20;

  /** A tree takes several times the memory of its text. */
  private static final long MAX_JSON = 32 << 20;

  private static final JsonFactory BOUNDED =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxDocumentLength(MAX_JSON)
                  .build())
          .build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectReader SCALAR =
      Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Map<String, BinaryText> binaryFields;
  private final @Nullable BinaryFields bytes;

  private ReplyReader(Map<String, BinaryText> binaryFields, @Nullable BinaryFields bytes) {
    this.binaryFields = binaryFields;
    this.bytes = bytes;
  }

  /**
   * Reads a reply to its end.
   *
   * @param maxBytes how many bytes a body may have, or a field in it that stands for bytes
   */
  static HttpReply read(Response response, Map<String, BinaryText> binaryFields, long maxBytes)
      throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    response.headers().forEach(pair -> headers.putIfAbsent(pair.getFirst(), pair.getSecond()));
    try {
      return read(response, headers, binaryFields, maxBytes);
    } catch (ExcessException e) {
      return HttpReply.unreadable(
          response.code(), headers, "the reply is too large: " + e.getMessage());
    }
  }

  private static HttpReply read(
      Response response,
      Map<String, String> headers,
      Map<String, BinaryText> binaryFields,
      long maxBytes)
      throws IOException {
    String type = Optional.ofNullable(response.header("Content-Type")).orElse("");
    InputStream body = response.body().byteStream();
    if (type.isEmpty()) {
      PushbackInputStream peeked = new PushbackInputStream(body);
      int first = peeked.read();
      if (first < 0) {
        return HttpReply.of(response.code(), headers, Blob.of(new byte[0]));
      }
      peeked.unread(first);
      body = peeked;
      type = first == '{' || first == '[' ? "json" : "unknown";
    }
    return type.contains("json")
        ? json(response, headers, body, binaryFields, maxBytes)
        : HttpReply.of(response.code(), headers, keep(body, maxBytes));
  }

  private static HttpReply json(
      Response response,
      Map<String, String> headers,
      InputStream body,
      Map<String, BinaryText> binaryFields,
      long maxBytes)
      throws IOException {
    Seen seen = new Seen(body);
    // Most replies have no bytes in them, and need no second buffer.
    BinaryFields bytes =
        binaryFields.isEmpty() ? null : new BinaryFields(seen, binaryFields, maxBytes);
    try (InputStream text = bytes == null ? seen : bytes;
        JsonParser in = BOUNDED.createParser(text)) {
      in.nextToken();
      JsonNode tree = new ReplyReader(binaryFields, bytes).value(in);
      return tree == null
          ? HttpReply.of(response.code(), headers, Blob.of(new byte[0]))
          : HttpReply.of(response.code(), headers, tree);
    } catch (StreamConstraintsException e) {
      throw new ExcessException(e.getOriginalMessage());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      // Not JSON whatever the header says, or bytes that are not encoded: what was seen of it goes
      // into the message.
      return HttpReply.of(response.code(), headers, Blob.of(seen.beginning()));
    }
  }

  private @Nullable JsonNode value(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == null) {
      return null;
    }
    return switch (token) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(in));
        }
        yield array;
      }
      default -> SCALAR.readTree(in);
    };
  }

  private ObjectNode object(JsonParser in) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      object.set(
          name,
          bytes != null
                  && binaryFields.containsKey(name)
                  && in.currentToken() == JsonToken.VALUE_STRING
              ? new POJONode(bytes.blob(in.getText()))
              : value(in));
    }
    return object;
  }

  private static Blob keep(InputStream body, long maxBytes) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    long size = 0;
    try (Blobs.Sink sink = new Blobs.Sink()) {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        size += n;
        if (size > maxBytes) {
          throw new ExcessException("more than " + maxBytes + " bytes");
        }
        sink.write(buffer, 0, n);
      }
      return sink.blob();
    }
  }

  /** Remembers the beginning of what passes through it. */
  private static final class Seen extends FilterInputStream {
    private static final int KEPT = 1024;

    private byte[] first = new byte[0];

    Seen(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
      int n = super.read(buffer, offset, count);
      int keep = Math.min(Math.max(n, 0), KEPT - first.length);
      if (keep > 0) {
        int before = first.length;
        first = Arrays.copyOf(first, before + keep);
        System.arraycopy(buffer, offset, first, before, keep);
      }
      return n;
    }

    byte[] beginning() {
      return first;
    }
  }
}
