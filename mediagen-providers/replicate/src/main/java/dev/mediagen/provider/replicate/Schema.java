// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.catalog.InputSpec;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.ParameterSpec;
import dev.mediagen.spi.HttpReply;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schema that every model publishes, read as a catalogue entry. Which of its fields are which
 * portable parameters, the {@code facts} of the catalogue's unknown models say: for each name the
 * fields it may have, best first.
 */
final class Schema {
  private static final Set<String> NUMBERS = Set.of("integer", "number");

  private final JsonNode schemas;
  private final JsonNode fields;
  private final Set<String> required = new HashSet<>();

  private Schema(JsonNode openapi) {
    schemas = openapi.path("components").path("schemas");
    fields = schemas.path("Input").path("properties");
    schemas.path("Input").path("required").forEach(name -> required.add(name.asText()));
  }

  /** What a model or a version takes; none where its schema does not tell what it makes. */
  static Optional<ModelSpec> read(Catalog catalog, ModelId id, HttpReply reply) {
    JsonNode json = reply.jsonOrMissing();
    JsonNode version = json.has("openapi_schema") ? json : json.path("latest_version");
    Schema schema = new Schema(version.path("openapi_schema"));
    return schema
        .kind()
        .map(
            kind -> {
              ModelSpec.Builder spec = schema.spec(catalog.assume(id, kind));
              if (json.path("is_official").asBoolean()) {
                spec.fact("official", "true");
              } else if (Target.of(id.name()).version().isEmpty()) {
                Latest.of(reply).ifPresent(latest -> spec.fact("version", latest));
              }
              return spec.build();
            });
  }

  private ModelSpec.Builder spec(ModelSpec assumed) {
    Map<String, String> names = assumed.facts();
    ModelSpec.Builder spec =
        ModelSpec.builder()
            .id(assumed.id())
            .kind(assumed.kind())
            .note("as the model's own schema describes it");
    Set<String> taken = new HashSet<>();
    names.forEach(
        (name, candidates) ->
            first(candidates)
                .filter(field -> !taken.contains(field))
                .ifPresent(
                    field -> {
                      InputSpec input = assumed.inputs().get(name);
                      if (input != null) {
                        spec.input(name, input(field, input));
                      } else {
                        spec.parameter(name, parameter(field, name));
                      }
                      taken.add(field);
                    }));
    fields
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!taken.contains(field)) {
                spec.option(field, parameter(field, ""));
              }
            });
    assumed.options().forEach(spec::option);
    return spec;
  }

  private Optional<String> first(String candidates) {
    for (String field : candidates.split(" ")) {
      if (fields.has(field)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  private boolean any(String candidates) {
    return first(candidates).isPresent();
  }

  /** A type stands in the field, or is referred to when it is a choice. */
  private JsonNode type(String field) {
    JsonNode own = fields.path(field);
    String reference = own.path("allOf").path(0).path("$ref").asText(own.path("$ref").asText());
    return reference.isEmpty()
        ? own
        : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private InputSpec input(String field, InputSpec assumed) {
    boolean list = type(field).path("type").asText().equals("array");
    return InputSpec.builder()
        .from(assumed)
        .field(field)
        .list(list)
        .max(list ? type(field).path("maxItems").asInt(Integer.MAX_VALUE) : 1)
        .required(required.contains(field))
        .build();
  }

  private ParameterSpec parameter(String field, String name) {
    JsonNode type = type(field);
    ParameterSpec.Builder parameter =
        ParameterSpec.builder().field(field).required(required.contains(field));
    type.path("enum").forEach(choice -> parameter.choice(choice.asText()));
    boolean number = NUMBERS.contains(type.path("type").asText());
    if (name.equals("duration")) {
      boolean millis = field.endsWith("_ms");
      parameter.as(
          millis
              ? ParameterSpec.Form.MILLIS
              : number ? ParameterSpec.Form.SECONDS : ParameterSpec.Form.SECONDS_TEXT);
      bounds(fields.path(field), millis ? 3 : 0, parameter);
    } else {
      if (!name.isEmpty() && type.path("type").asText().equals("string")) {
        parameter.as(ParameterSpec.Form.TEXT);
      }
      bounds(fields.path(field), 0, parameter);
    }
    JsonNode fallback = fields.path(field).path("default");
    if (fallback.isValueNode() && !fallback.isNull() && !fallback.asText().isEmpty()) {
      parameter.defaultValue(fallback.asText());
    }
    return parameter.build();
  }

  private static void bounds(JsonNode field, int shift, ParameterSpec.Builder parameter) {
    number(field, "minimum").map(least -> least.movePointLeft(shift)).ifPresent(parameter::min);
    number(field, "maximum").map(most -> most.movePointLeft(shift)).ifPresent(parameter::max);
    number(field, "maxLength").map(BigDecimal::intValue).ifPresent(parameter::maxLength);
  }

  private static Optional<BigDecimal> number(JsonNode field, String name) {
    JsonNode value = field.path(name);
    return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
  }

  /**
   * What the model makes, which no field says. Only what some fields show beyond doubt: a wrong
   * guess would refuse what the model can do.
   */
  private Optional<MediaKind> kind() {
    JsonNode output = schemas.path("Output");
    boolean file =
        output.path("format").asText().equals("uri")
            || output.path("items").path("format").asText().equals("uri");
    if (!file) {
      return !any("prompt text") && any("audio audio_file")
          ? Optional.of(MediaKind.TRANSCRIPT)
          : Optional.empty();
    } else if (any("scale upscale_factor scale_factor") && any("image video")) {
      return Optional.of(MediaKind.UPSCALE);
    } else if (any("voice voice_id") && any("text prompt")) {
      return Optional.of(MediaKind.SPEECH);
    } else if (any("lyrics music_length_ms force_instrumental")) {
      return Optional.of(MediaKind.MUSIC);
    } else if (any(
            "num_frames start_image first_frame_image last_frame last_frame_image generate_audio")
        || (any("duration") && any("aspect_ratio resolution image"))) {
      return Optional.of(MediaKind.VIDEO);
    } else if (any("prompt") && any("width aspect_ratio num_outputs") && !any("duration fps")) {
      return Optional.of(MediaKind.IMAGE);
    }
    return Optional.empty();
  }
}
