// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpCall.BinaryText;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is the same in all calls to Vertex AI: where they go, and files as bytes or in a bucket. */
final class Vertex {
  static final String REGION = "vertex";
  static final String GLOBAL = "vertex_global";
  static final String SEVERAL = "vertex_several";

  private static final Set<String> MULTI_REGIONS = Set.of("us", "eu");

  /** A file in a bucket is not looked at, and Google wants to know what it is. */
  private static final Map<String, String> TYPES =
      Map.of("png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "mp4", "video/mp4");

  private Vertex() {}

  /** A call to a model, in the configured project and location. */
  static HttpCall model(Task task, String verb, ObjectNode body) {
    String project = required(task, "project", "GOOGLE_CLOUD_PROJECT");
    String location = required(task, "location", "GOOGLE_CLOUD_LOCATION");
    return call(
        location,
        "/projects/"
            + project
            + "/locations/"
            + location
            + "/publishers/google/models/"
            + task.modelName()
            + verb,
        body);
  }

  /** A call in a location, which decides on the host. */
  static HttpCall call(String location, String path, ObjectNode body) {
    String base =
        location.equals("global") ? GLOBAL : MULTI_REGIONS.contains(location) ? SEVERAL : REGION;
    return HttpCall.post(path).at(base).json(body).binary("bytesBase64Encoded", BinaryText.BASE64);
  }

  private static String required(Task task, String setting, String variable) {
    return task.setting(setting)
        .orElseThrow(
            () ->
                new MediaException(
                    ErrorDetails.of(
                            ErrorKind.UNCONFIGURED,
                            task.modelName() + " is at Vertex AI, which needs a " + setting)
                        .advice("set " + variable + ", or give the setting \"" + setting + "\"")
                        .build()));
  }

  /** A file in a call: its bytes, or where it lies in a bucket. */
  static ObjectNode file(ObjectNode into, Input input) {
    if (input.isText()) {
      int dot = input.text().lastIndexOf('.');
      String name = input.text().substring(dot + 1).toLowerCase(Locale.ROOT);
      into.put("gcsUri", input.text());
      return TYPES.containsKey(name) ? into.put("mimeType", TYPES.get(name)) : into;
    }
    return into.<ObjectNode>set("bytesBase64Encoded", input.node())
        .put("mimeType", input.mediaType());
  }

  /** A file in a reply; one in a bucket is read with the same token. */
  static Optional<Output> output(String role, HttpReply reply, JsonNode entry, String bytes) {
    Fields fields = new Fields(entry);
    if (entry.has(bytes)) {
      return Optional.of(
          Output.bytes(role, reply.blob(entry.get(bytes)))
              .mediaType(fields.text("mimeType"))
              .build());
    }
    return fields
        .text("gcsUri")
        .map(Vertex::download)
        .map(url -> Output.url(role, url).mediaType(fields.text("mimeType")).build());
  }

  private static String download(String gcsUri) {
    String[] parts = gcsUri.substring("gs://".length()).split("/", 2);
    return "https://storage.googleapis.com/storage/v1/b/"
        + parts[0]
        + "/o/"
        + URLEncoder.encode(parts[1], StandardCharsets.UTF_8).replace("+", "%20")
        + "?alt=media";
  }
}
