// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.upscale;

import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.internal.ImmutableStyle;
import org.immutables.value.Value;

/** The enlarged picture or video. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface UpscaleResult extends MediaResult {
  /** The enlarged picture or video. */
  default MediaAsset output() {
    return assets().get(0);
  }

  @Override
  default MediaKind kind() {
    return MediaKind.UPSCALE;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link UpscaleResult}. Not thread-safe. */
  class Builder extends ImmutableUpscaleResult.Builder {
    Builder() {}
  }
}
