// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaSource;
import dev.mediagen.error.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;

/** The JSON form of {@link MediaSource}: one field that says where the bytes are. */
final class SourceCodec {
  private static final String FORMS =
      "must be a path or URL as text, or an object with one of file, url, data (with mediaType), job,"
          + " stored";

  private SourceCodec() {}

  static JsonNode encode(MediaSource source) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (source instanceof MediaSource.File file) {
      node.put("file", file.path().toString());
    } else if (source instanceof MediaSource.Url url) {
      node.put("url", url.url().toString());
    } else if (source instanceof MediaSource.Bytes bytes) {
      node.put("data", Base64.getEncoder().encodeToString(bytes.bytes()));
      node.put("mediaType", source.mediaType().orElseThrow());
    } else if (source instanceof MediaSource.Job job) {
      node.set("job", ValueCodec.encode(job.handle()));
      node.put("output", job.output());
    } else if (source instanceof MediaSource.Stored stored) {
      node.put("stored", stored.vendorId());
    } else if (source instanceof MediaSource.Asset asset) {
      return encode(portable(asset.asset()));
    }
    return node;
  }

  private static MediaSource portable(MediaAsset asset) {
    if (asset.url().isPresent()) {
      return MediaSource.url(asset.url().get());
    }
    try {
      return MediaSource.bytes(asset.bytes(), asset.mediaType());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MediaSource decode(JsonNode node, String path) {
    if (node.isTextual()) {
      return MediaSource.of(node.asText());
    } else if (node.has("file")) {
      return MediaSource.file(Path.of(node.get("file").asText()));
    } else if (node.has("url")) {
      return MediaSource.url(node.get("url").asText());
    } else if (node.has("data") && node.has("mediaType")) {
      try {
        return MediaSource.bytes(
            Base64.getDecoder().decode(node.get("data").asText()), node.get("mediaType").asText());
      } catch (IllegalArgumentException e) {
        throw InvalidRequestException.of(path + ".data", "(not base64)", "must be base64");
      }
    } else if (node.has("job")) {
      Object handle = ValueCodec.decode(node.get("job"), JobHandle.class, path + ".job");
      return MediaSource.job(
          (JobHandle) Objects.requireNonNull(handle), node.path("output").asInt());
    } else if (node.has("stored")) {
      return MediaSource.stored(node.get("stored").asText());
    }
    throw InvalidRequestException.of(path, node.toString(), FORMS);
  }
}
