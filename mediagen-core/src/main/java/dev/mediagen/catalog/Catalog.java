// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.internal.json.CatalogReader;
import dev.mediagen.internal.json.Similar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models of one provider: facts, loaded from JSON. Immutable.
 *
 * <p>The file has {@code provider}, {@code source} and {@code checked} at its head; {@code
 * templates} that models refer to by {@code like}; {@code models}; and {@code unknown}, a template
 * for each kind of media, for models that are not listed.
 */
public final class Catalog {
  private final String provider;
  private final Map<String, ModelSpec> models;
  private final Map<MediaKind, ModelSpec> unknown;

  private Catalog(
      String provider, Map<String, ModelSpec> models, Map<MediaKind, ModelSpec> unknown) {
    this.provider = provider;
    this.models = models;
    this.unknown = unknown;
  }

  /**
   * Loads {@code models.json} beside a class.
   *
   * @throws IllegalArgumentException naming what cannot be read
   */
  public static Catalog load(Class<?> beside) {
    try (InputStream in = beside.getResourceAsStream("models.json")) {
      if (in == null) {
        throw new IllegalArgumentException("no models.json beside " + beside.getName());
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a catalogue from its JSON text. */
  public static Catalog read(String json) {
    ObjectNode root = CatalogReader.parse(json);
    String provider = root.path("provider").asText();
    Map<String, ModelSpec> models = new LinkedHashMap<>();
    for (JsonNode entry : root.path("models")) {
      ModelSpec spec = CatalogReader.model(root, entry);
      if (models.put(spec.id().name(), spec) != null) {
        throw new IllegalArgumentException("catalogue lists " + spec.id() + " twice");
      }
    }
    Map<MediaKind, ModelSpec> unknown = new EnumMap<>(MediaKind.class);
    root.path("unknown")
        .fields()
        .forEachRemaining(
            e ->
                unknown.put(
                    MediaKind.of(e.getKey()),
                    CatalogReader.unknown(root, e.getKey(), e.getValue())));
    return new Catalog(provider, models, unknown);
  }

  /** A catalogue that lists nothing. */
  public static Catalog empty(String provider) {
    return new Catalog(provider, Map.of(), Map.of());
  }

  /** The provider whose models these are. */
  public String provider() {
    return provider;
  }

  /** The models, in the order of the file. */
  public Collection<ModelSpec> models() {
    return List.copyOf(models.values());
  }

  /** The model of this id or alias, without the provider. */
  public Optional<ModelSpec> find(String name) {
    ModelSpec exact = models.get(name);
    return exact != null
        ? Optional.of(exact)
        : models.values().stream().filter(spec -> spec.aliases().contains(name)).findFirst();
  }

  /** What to assume of a model that is not listed: its wire names, where one may guess them. */
  public ModelSpec assume(ModelId id, MediaKind kind) {
    ModelSpec template = unknown.get(kind);
    return (template == null ? ModelSpec.builder().kind(kind) : template.toBuilder())
        .id(id)
        .known(false)
        .build();
  }

  /** These models, with those of another catalogue of the same provider added or put in place. */
  public Catalog with(Catalog other) {
    Map<String, ModelSpec> merged = new LinkedHashMap<>(models);
    merged.putAll(other.models);
    Map<MediaKind, ModelSpec> templates = new EnumMap<>(MediaKind.class);
    templates.putAll(unknown);
    templates.putAll(other.unknown);
    return new Catalog(provider, merged, templates);
  }

  /** The names that look most like a wrong one, best first. */
  public List<String> similar(String name) {
    List<String> names = new ArrayList<>(models.keySet());
    return Similar.to(name, names, 3);
  }
}
