// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.sound;

import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import org.immutables.value.Value;

/** The sounds that were made. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface SoundResult extends MediaResult {
  /** The sounds. */
  default List<MediaAsset> sounds() {
    return assets().stream().filter(asset -> asset.role().equals("audio")).toList();
  }

  /** The first of {@link #sounds()}. */
  default MediaAsset sound() {
    return sounds().get(0);
  }

  @Override
  default MediaKind kind() {
    return MediaKind.SOUND;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SoundResult}. Not thread-safe. */
  class Builder extends ImmutableSoundResult.Builder {
    Builder() {}
  }
}
