// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.segment;

import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import org.immutables.value.Value;

/** The masks that were found: white is selected. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface SegmentResult extends MediaResult {
  /** The masks. */
  default List<MediaAsset> masks() {
    return assets().stream().filter(asset -> asset.role().equals("mask")).toList();
  }

  /** The first of {@link #masks()}. */
  default MediaAsset mask() {
    return masks().get(0);
  }

  @Override
  default MediaKind kind() {
    return MediaKind.SEGMENT;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SegmentResult}. Not thread-safe. */
  class Builder extends ImmutableSegmentResult.Builder {
    Builder() {}
  }
}
