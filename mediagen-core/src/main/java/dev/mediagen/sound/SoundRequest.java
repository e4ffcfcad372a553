// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.sound;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.OnUnsupported;
import dev.mediagen.internal.ImmutableStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** A sound effect or an atmosphere to be made. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface SoundRequest extends MediaRequest<SoundResult> {
  /** What to make, in words. Most models need one. */
  Optional<String> prompt();

  /** What to avoid, in words. */
  Optional<String> negativePrompt();

  /** How long it plays. */
  Optional<Duration> duration();

  /** Whether it can be repeated without a seam. */
  Optional<Boolean> loop();

  /** How many outputs; more than one call gives are split into several jobs, each billed. */
  Optional<Integer> count();

  /** The seed, for repeatable results where the model allows it. */
  Optional<Long> seed();

  /** How many denoising steps. */
  Optional<Integer> steps();

  /** How closely to follow the prompt, on the model's own scale. */
  Optional<Double> guidance();

  /** The file format, for example {@code mp3}, {@code wav}. */
  Optional<String> outputFormat();

  /** A video or sound to make it for. */
  Optional<MediaSource> source();

  @Override
  @Value.Default
  default OnUnsupported onUnsupported() {
    return OnUnsupported.FAIL;
  }

  @Override
  default MediaKind kind() {
    return MediaKind.SOUND;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link SoundRequest}. Not thread-safe. */
  class Builder extends ImmutableSoundRequest.Builder {
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
