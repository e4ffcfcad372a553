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
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models of one provider: facts, loaded from JSON. Immutable.
 *
 * <p>The file has {@code provider}, {@code source} and {@code checked} at its head; {@code
 * templates} that models refer to by {@code like}; {@code models}; and {@code unknown}, a template
 * for each kind of media, for models that are not listed.
 */
public final class Catalog {
  private final String provider;
  private final Map<Key, ModelSpec> models;
  private final Map<MediaKind, ModelSpec> unknown;

  /**
   * Some vendors make several kinds of media with one model, and take other parameters for each.
   */
  private record Key(String name, MediaKind kind) {
    static Key of(ModelSpec model) {
      return new Key(model.id().name(), model.kind());
    }
  }

  private Catalog(String provider, Map<Key, ModelSpec> models, Map<MediaKind, ModelSpec> unknown) {
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
    Map<Key, ModelSpec> models = new LinkedHashMap<>();
    for (JsonNode entry : root.path("models")) {
      ModelSpec spec = CatalogReader.model(root, entry);
      if (models.put(Key.of(spec), spec) != null) {
        throw new IllegalArgumentException(
            "catalogue lists " + spec.id() + " twice as " + spec.kind().word());
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

  /** The model of this id or alias, without the provider; the first in the file of several. */
  public Optional<ModelSpec> find(String name) {
    return named(name).findFirst();
  }

  /**
   * The model of this id or alias that makes a kind of media; else one of this name that makes
   * another.
   */
  public Optional<ModelSpec> find(String name, MediaKind kind) {
    return named(name).filter(spec -> spec.kind() == kind).findFirst().or(() -> find(name));
  }

  /** Ids before aliases. */
  private Stream<ModelSpec> named(String name) {
    return Stream.concat(
        models.values().stream().filter(spec -> spec.id().name().equals(name)),
        models.values().stream().filter(spec -> spec.aliases().contains(name)));
  }

  /** What to assume of a model that is not listed: its wire names, where one may guess them. */
  public ModelSpec assume(ModelId id, MediaKind kind) {
    ModelSpec template = unknown.get(kind);
    return (template == null ? ModelSpec.builder().kind(kind) : template.toBuilder())
        .id(id)
        .known(false)
        .build();
  }

  /**
   * These models, with those of another catalogue of the same provider added or put in place, by
   * id.
   */
  public Catalog with(Catalog other) {
    Map<Key, ModelSpec> merged = new LinkedHashMap<>(models);
    other
        .models
        .keySet()
        .forEach(put -> merged.keySet().removeIf(old -> old.name().equals(put.name())));
    merged.putAll(other.models);
    Map<MediaKind, ModelSpec> templates = new EnumMap<>(MediaKind.class);
    templates.putAll(unknown);
    templates.putAll(other.unknown);
    return new Catalog(provider, merged, templates);
  }

  /** The names that look most like a wrong one, best first. */
  public List<String> similar(String name) {
    List<String> names = models.keySet().stream().map(Key::name).distinct().toList();
    return Similar.to(name, names, 3);
  }
}
