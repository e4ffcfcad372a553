// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An upload of one file as form data: to the vendor itself, or to a place that a first call gives.
 * Immutable.
 */
public final class FormUpload implements Preparation {
  private static final String FIELD = "field.";

  private final Input input;
  private final HttpCall first;
  private final String part;
  private final Function<HttpReply, Step> reader;

  private FormUpload(Input input, HttpCall first, String part, Function<HttpReply, Step> reader) {
    this.input = input;
    this.first = first;
    this.part = part;
    this.reader = reader;
  }

  /**
   * A place for a file, as a vendor gives it.
   *
   * @param url where the form is posted, without the key
   * @param fields an object with what goes before the file
   * @param value what stands for the file afterwards: an id or an address
   */
  public record Place(String url, JsonNode fields, String value) {}

  /**
   * An upload that is one call.
   *
   * @param call without a body
   * @param part the part with the file
   * @param value where the reply has what stands for the file, as a JSON pointer
   */
  public static FormUpload direct(Input input, HttpCall call, String part, String value) {
    return new FormUpload(input, call, part, reply -> Step.ready(reply.required(value)));
  }

  /**
   * An upload to a place that is asked for first; the file is the last part there, {@code file}.
   *
   * @param first asks for the place
   * @param place reads the reply to it
   */
  public static FormUpload presigned(
      Input input, HttpCall first, Function<HttpReply, Place> place) {
    return new FormUpload(input, first, "", reply -> next(place.apply(reply)));
  }

  private static Step next(Place place) {
    Map<String, String> data = new TreeMap<>();
    data.put("url", place.url());
    data.put("value", place.value());
    place
        .fields()
        .fields()
        .forEachRemaining(field -> data.put(FIELD + field.getKey(), field.getValue().asText()));
    return Step.next("post", data);
  }

  @Override
  public String name() {
    return "upload";
  }

  @Override
  public HttpCall call(String stage, Map<String, String> data) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    if (!stage.equals("post")) {
      return part.isEmpty() ? first : first.multipart(form.set(part, input.node()));
    }
    new TreeMap<>(data)
        .forEach(
            (name, value) -> {
              if (name.startsWith(FIELD)) {
                form.put(name.substring(FIELD.length()), value);
              }
            });
    return HttpCall.to("POST", URI.create(data.getOrDefault("url", "")))
        .anonymous()
        .multipart(form.set("file", input.node()));
  }

  @Override
  public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
    return stage.equals("post") ? Step.ready(data.getOrDefault("value", "")) : reader.apply(reply);
  }
}
