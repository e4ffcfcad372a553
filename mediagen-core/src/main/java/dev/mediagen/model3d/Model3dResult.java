// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.model3d;

import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import org.immutables.value.Value;

/** The model that was made. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface Model3dResult extends MediaResult {
  /** The model, in each file format it came in. */
  default List<MediaAsset> objects() {
    return assets().stream().filter(asset -> asset.role().equals("model")).toList();
  }

  /** The first of {@link #objects()}. */
  default MediaAsset object() {
    return objects().get(0);
  }

  @Override
  default MediaKind kind() {
    return MediaKind.MODEL3D;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Model3dResult}. Not thread-safe. */
  class Builder extends ImmutableModel3dResult.Builder {
    Builder() {}
  }
}
