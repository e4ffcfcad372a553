// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.workers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.InputSpec;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.ParameterSpec;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a worker says of a model: the JSON schema of its input becomes the parameters and
 * input roles of a catalogue entry, by the names that the protocol recommends.
 */
final class WorkerSchema {
  /** The protocol's names for portable parameters, where they are not the same. */
  private static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry("negative_prompt", "negativePrompt"),
          Map.entry("aspect_ratio", "aspectRatio"),
          Map.entry("num_outputs", "count"),
          Map.entry("num_inference_steps", "steps"),
          Map.entry("guidance_scale", "guidance"),
          Map.entry("tags", "style"),
          Map.entry("output_format", "outputFormat"));

  private static final Set<String> SAME =
      Set.of(
          "prompt",
          "seed",
          "width",
          "height",
          "count",
          "strength",
          "fps",
          "duration",
          "text",
          "voice",
          "language",
          "speed",
          "lyrics",
          "instrumental",
          "points",
          "boxes",
          "scale",
          "style",
          "resolution",
          "loop");

  private static final Set<String> SEVERAL = Set.of("images", "reference_images", "references");
  private static final long INLINE = 1_000_000;

  private final ModelSpec.Builder spec = ModelSpec.builder();
  private final MediaKind kind;
  private final Set<String> required = new HashSet<>();

  private WorkerSchema(MediaKind kind) {
    this.kind = kind;
  }

  static ModelSpec read(ModelId model, JsonNode entry) {
    return new WorkerSchema(MediaKind.of(entry.path("modality").asText())).spec(model, entry);
  }

  private ModelSpec spec(ModelId model, JsonNode entry) {
    JsonNode schema = entry.path("input_schema");
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .fields()
        .forEachRemaining(property -> add(property.getKey(), property.getValue()));
    return spec.id(model)
        .kind(kind)
        .title(Optional.ofNullable(entry.path("description").textValue()))
        .note("as the worker describes it")
        .build();
  }

  private void add(String field, JsonNode schema) {
    String alias = schema.path("x-alias").asText();
    Optional<String> role = role(field).or(() -> role(alias));
    if (role.isPresent()) {
      spec.input(role.get(), input(field, schema));
      return;
    }
    String name = PARAMETERS.getOrDefault(field, field);
    if (SAME.contains(field) || PARAMETERS.containsKey(field)) {
      spec.parameter(name, parameter(field, schema));
    } else {
      spec.option(field, parameter(field, schema));
    }
  }

  /** The portable role of an input field; a picture means another thing for a film. */
  private Optional<String> role(String field) {
    return Optional.ofNullable(
        switch (field) {
          case "image", "source" -> kind == MediaKind.VIDEO ? "firstFrame" : "source";
          case "first_frame" -> "firstFrame";
          case "last_image", "last_frame" -> "lastFrame";
          case "mask" -> "mask";
          case "images", "reference_images", "references" -> "references";
          case "video" -> "source";
          case "audio" ->
              kind == MediaKind.VIDEO
                  ? "soundtrack"
                  : kind == MediaKind.SPEECH ? "voiceSample" : "source";
          default -> null;
        });
  }

  private InputSpec input(String field, JsonNode schema) {
    boolean list = SEVERAL.contains(field);
    return InputSpec.builder()
        .field(field)
        .list(list)
        .max(list ? schema.path("maxItems").asInt(Integer.MAX_VALUE) : 1)
        .required(required.contains(field))
        .deliver(List.of(Delivery.DATA_URI, Delivery.UPLOAD, Delivery.URL))
        .maxInlineBytes(INLINE)
        .build();
  }

  private ParameterSpec parameter(String field, JsonNode schema) {
    ParameterSpec.Builder parameter =
        ParameterSpec.builder().field(field).required(required.contains(field));
    if (field.equals("duration")) {
      parameter.as(ParameterSpec.Form.SECONDS);
    } else if (field.equals("points") || field.equals("boxes")) {
      parameter.as(ParameterSpec.Form.TUPLES);
    }
    schema.path("enum").forEach(choice -> parameter.choice(choice.asText()));
    number(schema, "minimum").ifPresent(parameter::min);
    number(schema, "maximum").ifPresent(parameter::max);
    number(schema, "multipleOf").ifPresent(parameter::multipleOf);
    number(schema, "maxLength").map(BigDecimal::intValue).ifPresent(parameter::maxLength);
    JsonNode fallback = schema.path("default");
    if (fallback.isValueNode() && !fallback.isNull()) {
      parameter.defaultValue(fallback.asText());
    }
    return parameter.build();
  }

  private static Optional<BigDecimal> number(JsonNode schema, String name) {
    JsonNode value = schema.path(name);
    return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
  }
}
