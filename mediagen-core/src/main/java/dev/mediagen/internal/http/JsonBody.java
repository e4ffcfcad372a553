// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.internal.json.Json;
import dev.mediagen.spi.Input;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A JSON tree as a body; the bytes of inputs are read and encoded while they are sent. */
final class JsonBody extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json");

  private final JsonNode tree;
  private final byte @Nullable [] text;

  JsonBody(JsonNode tree) {
    this.tree = tree;
    this.text = hasInput(tree) ? null : Json.text(tree).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean hasInput(JsonNode node) {
    if (node.isContainerNode()) {
      for (JsonNode inner : node) {
        if (hasInput(inner)) {
          return true;
        }
      }
    }
    return node instanceof POJONode;
  }

  /** Known before the call, unless there are files in it: servers like that better. */
  @Override
  public long contentLength() {
    return text == null ? -1 : text.length;
  }

  @Override
  public MediaType contentType() {
    return JSON;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    if (text != null) {
      sink.write(text);
      return;
    }
    try (JsonGenerator out = Json.MAPPER.getFactory().createGenerator(sink.outputStream())) {
      out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      // A flush here sends the end of the body in a packet of its own, for which the network waits
      // until the one before has been acknowledged: some 40 ms for each call.
      out.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      write(tree, out);
    }
  }

  private static void write(JsonNode node, JsonGenerator out) throws IOException {
    if (node.isObject()) {
      out.writeStartObject();
      for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
        Map.Entry<String, JsonNode> field = fields.next();
        out.writeFieldName(field.getKey());
        write(field.getValue(), out);
      }
      out.writeEndObject();
    } else if (node.isArray()) {
      out.writeStartArray();
      for (JsonNode item : node) {
        write(item, out);
      }
      out.writeEndArray();
    } else if (node instanceof POJONode pojo && pojo.getPojo() instanceof Input input) {
      if (input.delivery() == Delivery.NUMBERS) {
        writeNumbers(input, out);
      } else {
        writeBytes(input, out);
      }
    } else {
      out.writeTree(node);
    }
  }

  /** Writes an input as a JSON text, three bytes at a time becoming four characters. */
  private static void writeBytes(Input input, JsonGenerator out) throws IOException {
    String prefix =
        input.delivery() == Delivery.DATA_URI ? "data:" + input.mediaType() + ";base64," : "";
    out.writeRawValue("\"" + prefix);
    byte[] chunk = new byte[48 * 1024];
    try (InputStream in = input.blob().open()) {
      for (int n = in.readNBytes(chunk, 0, chunk.length);
          n > 0;
          n = in.readNBytes(chunk, 0, chunk.length)) {
        byte[] exact = n == chunk.length ? chunk : java.util.Arrays.copyOf(chunk, n);
        out.writeRaw(Base64.getEncoder().encodeToString(exact));
      }
    }
    out.writeRaw('"');
  }

  private static void writeNumbers(Input input, JsonGenerator out) throws IOException {
    out.writeStartArray();
    try (InputStream in = new BufferedInputStream(input.blob().open())) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        out.writeNumber(b);
      }
    }
    out.writeEndArray();
  }
}
