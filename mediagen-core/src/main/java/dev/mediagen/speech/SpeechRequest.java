// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.speech;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.OnUnsupported;
import dev.mediagen.internal.ImmutableStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A text to be spoken. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface SpeechRequest extends MediaRequest<SpeechResult> {
  /** What to say. */
  String text();

  /** The vendor's name or id of the voice. */
  Optional<String> voice();

  /** The language, as a BCP 47 tag such as {@code en} or {@code pt-BR}. */
  Optional<String> language();

  /** How to say it, in words. */
  Optional<String> style();

  /** How fast: 1 is normal, 2 twice as fast. */
  Optional<Double> speed();

  /** The seed, for repeatable results where the model allows it. */
  Optional<Long> seed();

  /** The file format, for example {@code mp3}, {@code wav}, {@code opus}. */
  Optional<String> outputFormat();

  /** A recording whose voice is imitated. */
  Optional<MediaSource> voiceSample();

  @Override
  @Value.Default
  default OnUnsupported onUnsupported() {
    return OnUnsupported.FAIL;
  }

  @Override
  default MediaKind kind() {
    return MediaKind.SPEECH;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link SpeechRequest}. Not thread-safe. */
  class Builder extends ImmutableSpeechRequest.Builder {
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
