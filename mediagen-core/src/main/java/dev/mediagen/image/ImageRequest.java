// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.image;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.OnUnsupported;
import dev.mediagen.Reference;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A picture to be made from a prompt, or an edit of {@link #source()}; raster or vector, as the
 * model does it. Immutable.
 */
@Value.Immutable
@ImmutableStyle
public interface ImageRequest extends MediaRequest<ImageResult> {
  /** What to make, in words. Most models need one. */
  Optional<String> prompt();

  /** What to avoid, in words. */
  Optional<String> negativePrompt();

  /** The width in pixels. */
  Optional<Integer> width();

  /** The height in pixels. */
  Optional<Integer> height();

  /** Width to height, as {@code w:h}. */
  Optional<String> aspectRatio();

  /** The size class in the words of the catalogue, for example {@code 1080p}, {@code 2K}. */
  Optional<String> resolution();

  /** How many outputs; more than one call gives are split into several jobs, each billed. */
  Optional<Integer> count();

  /** The seed, for repeatable results where the model allows it. */
  Optional<Long> seed();

  /** How many denoising steps. */
  Optional<Integer> steps();

  /** How closely to follow the prompt, on the model's own scale. */
  Optional<Double> guidance();

  /** How far an edit may depart from its source: 0 keeps it, 1 forgets it. */
  Optional<Double> strength();

  /** The quality class in the words of the catalogue, for example {@code high}. */
  Optional<String> quality();

  /** A style in the words of the catalogue. */
  Optional<String> style();

  /** {@code transparent}, {@code opaque} or {@code auto}. */
  Optional<String> background();

  /** The file format, for example {@code png}, {@code jpeg}, {@code webp}, {@code svg}. */
  Optional<String> outputFormat();

  /** The picture that is edited. */
  Optional<MediaSource> source();

  /** Where to edit: white is changed, black is kept. The same size as the source. */
  Optional<MediaSource> mask();

  /** Pictures that guide the model, each with its role. */
  List<Reference> references();

  @Override
  @Value.Default
  default OnUnsupported onUnsupported() {
    return OnUnsupported.FAIL;
  }

  @Override
  default MediaKind kind() {
    return MediaKind.IMAGE;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds an {@link ImageRequest}. Not thread-safe. */
  class Builder extends ImmutableImageRequest.Builder {
    Builder() {}

    /** The model as {@code provider/model}. */
    public Builder model(String id) {
      return model(ModelId.of(id));
    }

    /** Adds a model to ask next when the ones before cannot serve. */
    public Builder fallback(String id) {
      return fallback(ModelId.of(id));
    }
  }
}
