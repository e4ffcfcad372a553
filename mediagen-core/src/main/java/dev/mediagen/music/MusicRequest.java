// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.music;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.OnUnsupported;
import dev.mediagen.Reference;
import dev.mediagen.internal.ImmutableStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A song or an instrumental to be made, or a cover or extension of {@link #source()}. Immutable.
 */
@Value.Immutable
@ImmutableStyle
public interface MusicRequest extends MediaRequest<MusicResult> {
  /** What to make, in words. Most models need one. */
  Optional<String> prompt();

  /** The words to sing. */
  Optional<String> lyrics();

  /** Genre, mood and instruments, in words. */
  Optional<String> style();

  /** What to avoid, in words. */
  Optional<String> negativePrompt();

  /** The title. */
  Optional<String> title();

  /** Whether to do without a voice. */
  Optional<Boolean> instrumental();

  /** How long it plays. */
  Optional<Duration> duration();

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

  /** The track that is extended or covered. */
  Optional<MediaSource> source();

  /** Pictures that guide the model, each with its role. */
  List<Reference> references();

  @Override
  @Value.Default
  default OnUnsupported onUnsupported() {
    return OnUnsupported.FAIL;
  }

  @Override
  default MediaKind kind() {
    return MediaKind.MUSIC;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link MusicRequest}. Not thread-safe. */
  class Builder extends ImmutableMusicRequest.Builder {
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
