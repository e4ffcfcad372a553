// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.image;

import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import org.immutables.value.Value;

/** The pictures that were made. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface ImageResult extends MediaResult {
  /** The pictures; thumbnails and masks are only in {@link #assets()}. */
  default List<MediaAsset> images() {
    return assets().stream().filter(asset -> asset.role().equals("image")).toList();
  }

  /** The first of {@link #images()}. */
  default MediaAsset image() {
    return images().get(0);
  }

  @Override
  default MediaKind kind() {
    return MediaKind.IMAGE;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link ImageResult}. Not thread-safe. */
  class Builder extends ImmutableImageResult.Builder {
    Builder() {}
  }
}
