// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.video;

import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import org.immutables.value.Value;

/** The videos that were made. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface VideoResult extends MediaResult {
  /** The videos; thumbnails are only in {@link #assets()}. */
  default List<MediaAsset> videos() {
    return assets().stream().filter(asset -> asset.role().equals("video")).toList();
  }

  /** The first of {@link #videos()}. */
  default MediaAsset video() {
    return videos().get(0);
  }

  @Override
  default MediaKind kind() {
    return MediaKind.VIDEO;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link VideoResult}. Not thread-safe. */
  class Builder extends ImmutableVideoResult.Builder {
    Builder() {}
  }
}
