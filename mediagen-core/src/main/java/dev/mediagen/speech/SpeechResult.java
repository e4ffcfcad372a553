// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.speech;

import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.internal.ImmutableStyle;
import org.immutables.value.Value;

/** The speech that was made. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface SpeechResult extends MediaResult {
  /** The recording. */
  default MediaAsset audio() {
    return assets().get(0);
  }

  @Override
  default MediaKind kind() {
    return MediaKind.SPEECH;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SpeechResult}. Not thread-safe. */
  class Builder extends ImmutableSpeechResult.Builder {
    Builder() {}
  }
}
