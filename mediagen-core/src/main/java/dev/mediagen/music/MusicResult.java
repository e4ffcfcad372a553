// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.music;

import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import org.immutables.value.Value;

/** The tracks that were made. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface MusicResult extends MediaResult {
  /** The tracks; covers and stems of other roles are only in {@link #assets()}. */
  default List<MediaAsset> tracks() {
    return assets().stream().filter(asset -> asset.role().equals("audio")).toList();
  }

  /** The first of {@link #tracks()}. */
  default MediaAsset track() {
    return tracks().get(0);
  }

  @Override
  default MediaKind kind() {
    return MediaKind.MUSIC;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MusicResult}. Not thread-safe. */
  class Builder extends ImmutableMusicResult.Builder {
    Builder() {}
  }
}
