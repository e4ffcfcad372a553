// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.mediagen.internal.json.Json;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Input;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** The bodies of calls as OkHttp sends them, and as people may read them. */
final class Bodies {
  private Bodies() {}

  /** The body of a call; none when it carries nothing. */
  static @Nullable RequestBody of(HttpCall call) {
    RequestBody body = content(call);
    return body == null ? null : new Once(body);
  }

  /** OkHttp sends a call again by itself when a 503 asks for no pause, unless this forbids it. */
  private static final class Once extends RequestBody {
    private final RequestBody body;

    Once(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }

    @Override
    public boolean isOneShot() {
      return true;
    }
  }

  private static @Nullable RequestBody content(HttpCall call) {
    HttpCall.Body body = call.body().orElse(null);
    if (body instanceof HttpCall.Body.Json json) {
      return new JsonBody(json.tree());
    } else if (body instanceof HttpCall.Body.Multipart multipart) {
      return multipart(multipart.fields());
    } else if (body instanceof HttpCall.Body.Form form) {
      FormBody.Builder encoded = new FormBody.Builder();
      form.fields().forEach(encoded::add);
      return encoded.build();
    } else if (body instanceof HttpCall.Body.Raw raw) {
      return new InputBody(raw.input());
    } else if (body instanceof HttpCall.Body.Text text) {
      return RequestBody.create(text.text(), MediaType.get(text.mediaType()));
    }
    boolean needsBody =
        call.method().equals("POST")
            || call.method().equals("PUT")
            || call.method().equals("PATCH");
    return needsBody ? RequestBody.create(new byte[0], null) : null;
  }

  private static RequestBody multipart(ObjectNode fields) {
    MultipartBody.Builder parts = new MultipartBody.Builder().setType(MultipartBody.FORM);
    fields
        .fields()
        .forEachRemaining(
            field -> {
              if (field.getValue().isArray()) {
                field.getValue().forEach(item -> part(parts, field.getKey(), item));
              } else {
                part(parts, field.getKey(), field.getValue());
              }
            });
    return parts.build();
  }

  private static void part(MultipartBody.Builder parts, String name, JsonNode value) {
    if (value instanceof POJONode pojo && pojo.getPojo() instanceof Input input) {
      parts.addFormDataPart(name, input.fileName(), new InputBody(input));
    } else {
      parts.addFormDataPart(name, value.isContainerNode() ? Json.text(value) : value.asText());
    }
  }

  /** A body as text: bytes are described, parts are listed one a line. */
  static String show(HttpCall.Body body) {
    if (body instanceof HttpCall.Body.Json json) {
      return describe(json.tree()).toPrettyString();
    } else if (body instanceof HttpCall.Body.Multipart multipart) {
      StringBuilder lines = new StringBuilder();
      multipart
          .fields()
          .fields()
          .forEachRemaining(
              field -> {
                Iterable<JsonNode> items =
                    field.getValue().isArray()
                        ? field.getValue()
                        : java.util.List.of(field.getValue());
                items.forEach(item -> lines.append(line(field.getKey(), item)));
              });
      return lines.toString().stripTrailing();
    } else if (body instanceof HttpCall.Body.Form form) {
      return form.fields().toString();
    } else if (body instanceof HttpCall.Body.Raw raw) {
      return raw.input().toString();
    }
    return ((HttpCall.Body.Text) body).text();
  }

  private static String line(String name, JsonNode item) {
    if (item instanceof POJONode pojo && pojo.getPojo() instanceof Input input) {
      return name + ": " + input + " as " + input.fileName() + "\n";
    }
    return name + ": " + (item.isContainerNode() ? Json.text(item) : item.asText()) + "\n";
  }

  /** A copy of a tree in which bytes are described. */
  private static JsonNode describe(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.fields().forEachRemaining(f -> copy.set(f.getKey(), describe(f.getValue())));
      return copy;
    } else if (node instanceof com.fasterxml.jackson.databind.node.ArrayNode array) {
      com.fasterxml.jackson.databind.node.ArrayNode copy = array.arrayNode();
      array.forEach(item -> copy.add(describe(item)));
      return copy;
    } else if (node instanceof POJONode pojo && pojo.getPojo() instanceof Input input) {
      return com.fasterxml.jackson.databind.node.TextNode.valueOf(
          "<"
              + input.mediaType()
              + ", "
              + input.blob().size()
              + " bytes as "
              + input.delivery()
              + ">");
    }
    return node;
  }

  /** The bytes of an input, streamed. */
  private static final class InputBody extends RequestBody {
    private final Input input;

    InputBody(Input input) {
      this.input = input;
    }

    @Override
    public MediaType contentType() {
      return MediaType.get(input.mediaType());
    }

    @Override
    public long contentLength() {
      return input.blob().size();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try (InputStream in = input.blob().open();
          Source source = Okio.source(in)) {
        sink.writeAll(source);
      }
    }
  }
}
