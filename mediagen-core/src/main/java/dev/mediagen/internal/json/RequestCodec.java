// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.model3d.Model3dRequest;
import dev.mediagen.music.MusicRequest;
import dev.mediagen.segment.SegmentRequest;
import dev.mediagen.sound.SoundRequest;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.transcript.TranscriptRequest;
import dev.mediagen.upscale.UpscaleRequest;
import dev.mediagen.video.VideoRequest;
import java.util.Arrays;
import java.util.Objects;

/** Reads requests of any kind: the field {@code kind} tells which. */
public final class RequestCodec {
  private RequestCodec() {}

  /** Reads JSON text. */
  public static MediaRequest<?> read(String json) {
    return read(ValueCodec.parse(json));
  }

  /** Reads a tree. */
  public static MediaRequest<?> read(JsonNode node) {
    if (!node.isObject()) {
      throw InvalidRequestException.of("json", node.toString(), "a request is a JSON object");
    }
    if (!node.path("kind").isTextual()) {
      throw InvalidRequestException.of(
          "kind",
          node.get("kind"),
          "is missing; takes "
              + String.join(", ", Arrays.stream(MediaKind.values()).map(MediaKind::word).toList()));
    }
    Object request = ValueCodec.decode(node, type(MediaKind.of(node.path("kind").asText())), "");
    return (MediaRequest<?>) Objects.requireNonNull(request);
  }

  /** The request type of a kind. */
  public static Class<? extends MediaRequest<?>> type(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> ImageRequest.class;
      case VIDEO -> VideoRequest.class;
      case MUSIC -> MusicRequest.class;
      case SPEECH -> SpeechRequest.class;
      case SOUND -> SoundRequest.class;
      case TRANSCRIPT -> TranscriptRequest.class;
      case SEGMENT -> SegmentRequest.class;
      case UPSCALE -> UpscaleRequest.class;
      case MODEL3D -> Model3dRequest.class;
    };
  }
}
