// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.MediaAsset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The JSON form of an output: its facts, and its URL or its bytes. */
final class AssetCodec {
  private AssetCodec() {}

  static JsonNode encode(MediaAsset asset) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("role", asset.role()).put("mediaType", asset.mediaType());
    asset.size().ifPresent(v -> node.put("size", v));
    asset.width().ifPresent(v -> node.put("width", v));
    asset.height().ifPresent(v -> node.put("height", v));
    asset.duration().map(Duration::toString).ifPresent(v -> node.put("duration", v));
    asset.seed().ifPresent(v -> node.put("seed", v));
    asset.sha256().ifPresent(v -> node.put("sha256", v));
    asset.id().ifPresent(v -> node.put("id", v));
    asset.expiresAt().map(Instant::toString).ifPresent(v -> node.put("expiresAt", v));
    asset
        .url()
        .map(URI::toString)
        .ifPresentOrElse(url -> node.put("url", url), () -> node.put("data", base64(asset)));
    return node;
  }

  private static String base64(MediaAsset asset) {
    try {
      return Base64.getEncoder().encodeToString(asset.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
