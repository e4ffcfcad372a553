// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.upscale;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.OnUnsupported;
import dev.mediagen.internal.ImmutableStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A picture or video to be enlarged or cleaned. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface UpscaleRequest extends MediaRequest<UpscaleResult> {
  /** The picture or video. */
  MediaSource source();

  /** How many times as wide and high. */
  Optional<Double> scale();

  /** The width in pixels. */
  Optional<Integer> width();

  /** The height in pixels. */
  Optional<Integer> height();

  /** The size class in the words of the catalogue, for example {@code 1080p}, {@code 2K}. */
  Optional<String> resolution();

  /** What to make, in words. Most models need one. */
  Optional<String> prompt();

  /** Frames per second of a video. */
  Optional<Integer> fps();

  /** The seed, for repeatable results where the model allows it. */
  Optional<Long> seed();

  /** The file format, for example {@code png}. */
  Optional<String> outputFormat();

  @Override
  @Value.Default
  default OnUnsupported onUnsupported() {
    return OnUnsupported.FAIL;
  }

  @Override
  default MediaKind kind() {
    return MediaKind.UPSCALE;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds an {@link UpscaleRequest}. Not thread-safe. */
  class Builder extends ImmutableUpscaleRequest.Builder {
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
