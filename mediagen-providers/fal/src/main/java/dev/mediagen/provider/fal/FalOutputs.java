// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.fal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.MediaKind;
import dev.mediagen.catalog.Cost;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.transcript.TranscriptSegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an endpoint gave: files under a dozen names, and what stands beside them. */
final class FalOutputs {
  /** The fields in which endpoints put their files, with the role of what is in them. */
  private static final Map<String, String> FIELDS = new LinkedHashMap<>();

  static {
    for (String field : List.of("images", "image", "svg")) {
      FIELDS.put(field, "image");
    }
    for (String field : List.of("video", "videos")) {
      FIELDS.put(field, "video");
    }
    for (String field : List.of("audio", "audio_file", "audio_url")) {
      FIELDS.put(field, "audio");
    }
    for (String field : List.of("masks", "combined_mask", "individual_masks", "mask_image")) {
      FIELDS.put(field, "mask");
    }
    for (String field : List.of("model_glb", "model_mesh")) {
      FIELDS.put(field, "model");
    }
  }

  private FalOutputs() {}

  static JobUpdate read(JobHandle job, HttpReply reply) {
    JsonNode result = reply.json();
    if (job.kind() == MediaKind.TRANSCRIPT) {
      return transcript(reply).cost(cost(reply)).build();
    }
    List<Output> outputs = new ArrayList<>();
    FIELDS.forEach((field, role) -> add(outputs, role(role, job), result.path(field), result));
    JobUpdate.Builder update = JobUpdate.succeeded(outputs).cost(cost(reply));
    for (String field : List.of("prompt", "description", "actual_prompt", "expanded_prompt")) {
      reply.at("/" + field).ifPresent(text -> update.metadata(field, text));
    }
    return filtered(result, outputs, update);
  }

  /** Pictures that the safety checker blacked out are none. */
  private static JobUpdate filtered(
      JsonNode result, List<Output> outputs, JobUpdate.Builder update) {
    JsonNode flags = result.path("has_nsfw_concepts");
    List<Output> clean = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      if (!flags.path(i).asBoolean(false)) {
        clean.add(outputs.get(i));
      }
    }
    int removed = outputs.size() - clean.size();
    if (removed > 0 && clean.isEmpty()) {
      return JobUpdate.failed(
          FalErrors.ofJob(
                  "the safety checker blacked out every picture",
                  Optional.of("content_policy_violation"))
              .toBuilder()
              .kind(ErrorKind.CONTENT_FILTERED)
              .billing(Billing.POSSIBLE)
              .build());
    }
    return removed == 0
        ? update.build()
        : update
            .outputs(clean)
            .warning(removed + " of " + outputs.size() + " pictures were blacked out as unsafe")
            .build();
  }

  private static String role(String role, JobHandle job) {
    return role.equals("image") && job.kind() == MediaKind.SEGMENT ? "mask" : role;
  }

  /** A file object, a list of them, or a bare URL. */
  private static void add(List<Output> outputs, String role, JsonNode node, JsonNode result) {
    if (node.isArray()) {
      node.forEach(item -> add(outputs, role, item, result));
    } else if (node.isTextual()) {
      outputs.add(Output.url(role, node.asText()).build());
    } else if (node.path("url").isTextual()) {
      Fields file = new Fields(node);
      outputs.add(
          Output.url(role, node.path("url").asText())
              .mediaType(file.text("content_type"))
              .size(file.whole("file_size"))
              .width(file.count("width"))
              .height(file.count("height"))
              .duration(file.seconds("duration"))
              .seed(new Fields(result).whole("seed"))
              .build());
    }
  }

  /** Whisper's descendants give chunks with their times, ElevenLabs' models give words. */
  private static JobUpdate.Builder transcript(HttpReply reply) {
    JobUpdate.Builder update = JobUpdate.transcribed(reply.required("/text"));
    reply
        .at("/language_code")
        .or(() -> reply.at("/languages/0"))
        .or(() -> reply.at("/inferred_languages/0"))
        .ifPresent(update::language);
    for (JsonNode chunk : reply.json().path("chunks")) {
      ObjectNode part = JsonNodeFactory.instance.objectNode();
      part.set("start", chunk.path("timestamp").path(0));
      part.set("end", chunk.path("timestamp").path(1));
      part.set("text", chunk.path("text"));
      update.segment(new Fields(part).segment("text").build());
    }
    for (JsonNode node : reply.json().path("words")) {
      Fields word = new Fields(node);
      TranscriptSegment.Builder segment = word.segment("text");
      word.text("speaker_id").ifPresent(segment::speaker);
      update.segment(segment.build());
    }
    return update;
  }

  private static Optional<Cost> cost(HttpReply reply) {
    return reply
        .header("X-Fal-Billable-Units")
        .flatMap(Fields::numberIn)
        .map(units -> Cost.counted("billable_units", units));
  }
}
