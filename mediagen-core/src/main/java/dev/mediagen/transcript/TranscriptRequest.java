// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.transcript;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.OnUnsupported;
import dev.mediagen.internal.ImmutableStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A recording whose words are wanted. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface TranscriptRequest extends MediaRequest<TranscriptResult> {
  /** The recording, sound or video. */
  MediaSource source();

  /** Its language, as a BCP 47 tag; detected when left out. */
  Optional<String> language();

  /** Names and words that occur in it. */
  Optional<String> prompt();

  /** {@code segment} or {@code word}, where times are wanted. */
  Optional<String> timestamps();

  /** Whether speakers are told apart. */
  Optional<Boolean> diarize();

  /** Whether the text is wanted in English. */
  Optional<Boolean> translate();

  /** The file format, for example {@code json}, {@code srt}, {@code vtt}, {@code text}. */
  Optional<String> outputFormat();

  /** How freely to guess, on the model's own scale. */
  Optional<Double> temperature();

  @Override
  @Value.Default
  default OnUnsupported onUnsupported() {
    return OnUnsupported.FAIL;
  }

  @Override
  default MediaKind kind() {
    return MediaKind.TRANSCRIPT;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link TranscriptRequest}. Not thread-safe. */
  class Builder extends ImmutableTranscriptRequest.Builder {
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
