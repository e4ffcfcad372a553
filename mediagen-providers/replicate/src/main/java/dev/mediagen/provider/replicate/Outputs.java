// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.MediaKind;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an output of any shape: every model has its own. */
final class Outputs {
  private static final Pattern TYPE =
      Pattern.compile(
          "data:(?<type>image|video|audio|text)/.*|[^?#]*[.](?:"
              + "(?<image>png|jpe?g|webp|gif|svg|avif)|(?<video>mp4|webm|mov|mkv)"
              + "|(?<audio>mp3|wav|flac|ogg|m4a|aac|opus)|(?<model>glb|gltf|obj|ply|stl)"
              + "|(?<text>txt|srt|vtt|json))(?:[?#].*)?",
          Pattern.DOTALL);
  private static final List<String> ROLES = List.of("image", "video", "audio", "model", "text");

  private final MediaKind kind;
  private final Optional<Instant> gone;
  private final boolean whole;

  /**
   * A reader.
   *
   * @param kind what was wanted
   * @param gone when the outputs will be deleted
   * @param whole whether the job is done; before, only URLs are shown, as previews
   */
  Outputs(MediaKind kind, Optional<Instant> gone, boolean whole) {
    this.kind = kind;
    this.gone = gone;
    this.whole = whole;
  }

  void read(JobUpdate.Builder update, JsonNode output) {
    List<String> urls = new ArrayList<>();
    collect(output, urls);
    urls.forEach(url -> update.output(Output.url(role(url), url).expiresAt(gone).build()));
    if (!whole) {
      return;
    }
    if (kind == MediaKind.TRANSCRIPT) {
      transcript(update, output);
    } else if (urls.isEmpty() && !output.isMissingNode() && !output.isNull()) {
      update.output(
          words(output)
              .map(text -> text(text, "text/plain"))
              .orElseGet(() -> text(output.toString(), "application/json")));
    }
  }

  private static Output text(String text, String mediaType) {
    return Output.bytes("text", Blob.of(text.getBytes(UTF_8))).mediaType(mediaType).build();
  }

  private static void collect(JsonNode node, List<String> urls) {
    if (Prediction.isUrl(node)) {
      urls.add(node.asText());
    }
    node.forEach(child -> collect(child, urls));
  }

  /** The file tells what it is; a picture of a request for masks is one. */
  private String role(String url) {
    Matcher type = TYPE.matcher(url.startsWith("data:") ? url : url.toLowerCase(Locale.ROOT));
    String usual =
        switch (kind) {
          case IMAGE, UPSCALE, SEGMENT -> "image";
          case VIDEO -> "video";
          case MUSIC, SPEECH, SOUND -> "audio";
          case TRANSCRIPT -> "text";
          case MODEL3D -> "model";
        };
    String role = usual;
    if (type.matches()) {
      role =
          ROLES.stream()
              .filter(name -> type.group(name) != null)
              .findFirst()
              .orElseGet(() -> type.group("type"));
    }
    return kind == MediaKind.SEGMENT && role.equals("image") ? "mask" : role;
  }

  /** A text, or the pieces of one as they were written. */
  private static Optional<String> words(JsonNode output) {
    if (output.isTextual()) {
      return Optional.of(output.asText());
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode piece : output) {
      if (!output.isArray() || !piece.isTextual()) {
        return Optional.empty();
      }
      text.append(piece.asText());
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }

  private static void transcript(JobUpdate.Builder update, JsonNode output) {
    Fields fields = new Fields(output);
    fields
        .text("transcription")
        .or(() -> fields.text("text"))
        .or(() -> Prediction.isUrl(output) ? Optional.empty() : words(output))
        .ifPresent(text -> update.text(text.strip()));
    fields.text("detected_language").ifPresent(update::language);
    output
        .path("segments")
        .forEach(part -> update.segment(new Fields(part).segment("text").build()));
    output
        .path("chunks")
        .forEach(
            part ->
                update.segment(
                    new Fields(part).segment("text").start(at(part, 0)).end(at(part, 1)).build()));
  }

  /** The last chunk may have no end. */
  private static Duration at(JsonNode chunk, int index) {
    JsonNode seconds = chunk.path("timestamp").path(index);
    return seconds.isNumber() && seconds.asDouble() >= 0
        ? Duration.ofMillis(Math.round(seconds.asDouble() * 1000))
        : index == 0 ? Duration.ZERO : at(chunk, 0);
  }
}
