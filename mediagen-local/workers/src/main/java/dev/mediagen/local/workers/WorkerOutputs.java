// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.workers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.MediaKind;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    Fields file = new Fields(node);
    String named = file.text("role").orElse(role);
    return Output.url(ROLES.getOrDefault(named, named), node.path("url").asText())
        .mediaType(file.text("content_type"))
        .size(file.whole("size_bytes"))
        .width(file.count("width"))
        .height(file.count("height"))
        .duration(file.seconds("duration"))
        .seed(file.whole("seed"))
        .sha256(file.text("sha256"))
        .build();
  }

  /** The text stands beside the file that also holds it, or is the whole output. */
  static void transcript(JsonNode output, JobUpdate.Builder update) {
    JsonNode facts = output.isArray() ? output.path(0) : output;
    update.text(facts.isTextual() ? facts.asText() : facts.path("text").asText());
    update.language(new Fields(facts).text("language"));
    for (JsonNode segment : facts.path("segments")) {
      update.segment(new Fields(segment).segment("text").build());
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
}
