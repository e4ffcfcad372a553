// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.workers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.MediaKind;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.transcript.TranscriptSegment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run gave. Workers of level 2 give a list of objects with facts; others give URLs or data
 * URIs, alone, in lists or anywhere in an object: every form is read.
 */
final class WorkerOutputs {
  private static final Map<String, String> ROLES =
      Map.of("svg", "image", "model3d", "model", "json", "text");

  private WorkerOutputs() {}

  static List<Output> files(JsonNode output, MediaKind kind) {
    List<Output> files = new ArrayList<>();
    collect(output, role(kind), files);
    return files;
  }

  private static void collect(JsonNode node, String role, List<Output> files) {
    if (node.path("url").isTextual()) {
      files.add(file(node, role));
    } else if (node.isTextual() && node.asText().matches("(?s)(https?:|data:|/files/).*")) {
      files.add(Output.url(role, node.asText()).build());
    } else {
      node.forEach(child -> collect(child, role, files));
    }
  }

  private static Output file(JsonNode node, String role) {
    String named = text(node, "role").orElse(role);
    Output.Builder output = Output.url(ROLES.getOrDefault(named, named), node.path("url").asText());
    text(node, "content_type").ifPresent(output::mediaType);
    text(node, "size_bytes").map(Long::valueOf).ifPresent(output::size);
    text(node, "width").map(Integer::valueOf).ifPresent(output::width);
    text(node, "height").map(Integer::valueOf).ifPresent(output::height);
    text(node, "duration").map(WorkerOutputs::seconds).ifPresent(output::duration);
    text(node, "seed").map(Long::valueOf).ifPresent(output::seed);
    text(node, "sha256").ifPresent(output::sha256);
    return output.build();
  }

  /** The text stands beside the file that also holds it, or is the whole output. */
  static void transcript(JsonNode output, JobUpdate.Builder update) {
    JsonNode facts = output.isArray() ? output.path(0) : output;
    update.text(facts.isTextual() ? facts.asText() : facts.path("text").asText());
    text(facts, "language").ifPresent(update::language);
    for (JsonNode segment : facts.path("segments")) {
      TranscriptSegment.Builder part =
          TranscriptSegment.builder()
              .text(segment.path("text").asText())
              .start(seconds(segment.path("start").asText("0")))
              .end(seconds(segment.path("end").asText("0")));
      text(segment, "speaker").ifPresent(part::speaker);
      update.segment(part.build());
    }
  }

  private static String role(MediaKind kind) {
    return switch (kind) {
      case IMAGE, UPSCALE -> "image";
      case VIDEO -> "video";
      case MUSIC, SPEECH, SOUND -> "audio";
      case SEGMENT -> "mask";
      case TRANSCRIPT -> "text";
      case MODEL3D -> "model";
    };
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValue());
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }
}
