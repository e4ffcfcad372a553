// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.JobHandle;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.Cost;
import dev.mediagen.error.InvalidRequestException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.json.Json;
import dev.mediagen.internal.json.ValueCodec;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.Output;
import dev.mediagen.transcript.TranscriptSegment;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads results that were written as JSON, so that their outputs can be downloaded. */
final class ResultReader {
  private final Providers providers;
  private final Assets assets;

  ResultReader(Providers providers, Assets assets) {
    this.providers = providers;
    this.assets = assets;
  }

  MediaResult read(String json) {
    JsonNode root = ValueCodec.parse(json);
    try {
      ModelId model = ModelId.of(root.path("model").asText());
      List<JobHandle> jobs = values(root.path("jobs"), JobHandle.class);
      Provider provider =
          jobs.stream()
              .findFirst()
              .flatMap(JobHandle::account)
              .map(account -> providers.ready(model, Optional.of(account)))
              .orElseGet(() -> providers.find(model));
      return new Facts(
              model,
              jobs,
              assets(provider, jobs, outputs(root.path("assets"))),
              strings(root.path("warnings")),
              value(root.path("cost"), Cost.class)
                  .orElseGet(() -> Cost.unknown("the result that was read names none")),
              root.has("elapsed") ? Duration.parse(root.path("elapsed").asText()) : Duration.ZERO,
              metadata(root.path("metadata")),
              root.path("text").asText(""),
              Optional.ofNullable(root.get("language")).map(JsonNode::asText),
              values(root.path("segments"), TranscriptSegment.class))
          .as(MediaKind.of(root.path("kind").asText()));
    } catch (DateTimeParseException | IllegalArgumentException | IllegalStateException e) {
      throw InvalidRequestException.of("json", e.getMessage(), "what MediaResult.toJson() wrote");
    }
  }

  /** Of several jobs it was not written which made which output. */
  private List<MediaAsset> assets(Provider provider, List<JobHandle> jobs, List<Output> outputs) {
    return jobs.size() == 1
        ? assets.of(provider, jobs.get(0), outputs, assets.listener())
        : outputs.stream()
            .map(output -> assets.alone(provider, jobs.stream().findFirst(), output))
            .toList();
  }

  private static List<Output> outputs(JsonNode list) {
    List<Output> outputs = new ArrayList<>();
    for (JsonNode node : list) {
      Output.Builder output = Output.builder().role(node.path("role").asText());
      text(node, "mediaType").ifPresent(output::mediaType);
      text(node, "size").map(Long::valueOf).ifPresent(output::size);
      text(node, "width").map(Integer::valueOf).ifPresent(output::width);
      text(node, "height").map(Integer::valueOf).ifPresent(output::height);
      text(node, "duration").map(Duration::parse).ifPresent(output::duration);
      text(node, "seed").map(Long::valueOf).ifPresent(output::seed);
      text(node, "sha256").ifPresent(output::sha256);
      text(node, "id").ifPresent(output::id);
      text(node, "expiresAt").map(Instant::parse).ifPresent(output::expiresAt);
      text(node, "url").map(URI::create).ifPresent(output::url);
      text(node, "data").map(d -> Blob.of(Base64.getDecoder().decode(d))).ifPresent(output::blob);
      outputs.add(output.build());
    }
    return outputs;
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
  }

  private static List<String> strings(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static <T> Optional<T> value(JsonNode node, Class<T> type) {
    return node.isMissingNode()
        ? Optional.empty()
        : Optional.of(ValueCodec.read(Json.text(node), type));
  }

  private static <T> List<T> values(JsonNode list, Class<T> type) {
    List<T> values = new ArrayList<>();
    list.forEach(node -> value(node, type).ifPresent(values::add));
    return values;
  }

  private static Map<String, Object> metadata(JsonNode node) {
    return node instanceof ObjectNode object
        ? Json.MAPPER.convertValue(
            object,
            Json.MAPPER
                .getTypeFactory()
                .constructMapType(LinkedHashMap.class, String.class, Object.class))
        : Map.of();
  }
}
