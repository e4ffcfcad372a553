// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.segment;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaSource;
import dev.mediagen.ModelId;
import dev.mediagen.OnUnsupported;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A picture or video whose parts are wanted as masks: those under points, in boxes, named by a
 * prompt, or all. Immutable.
 */
@Value.Immutable
@ImmutableStyle
public interface SegmentRequest extends MediaRequest<SegmentResult> {
  /** The picture or video. */
  MediaSource source();

  /** What to make, in words. Most models need one. */
  Optional<String> prompt();

  /** Points on what is wanted, or on what is not. */
  List<Point> points();

  /** Boxes around what is wanted. */
  List<Box> boxes();

  /** How many masks at most. */
  Optional<Integer> count();

  /** The file format, for example {@code png}. */
  Optional<String> outputFormat();

  @Override
  @Value.Default
  default OnUnsupported onUnsupported() {
    return OnUnsupported.FAIL;
  }

  @Override
  default MediaKind kind() {
    return MediaKind.SEGMENT;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link SegmentRequest}. Not thread-safe. */
  class Builder extends ImmutableSegmentRequest.Builder {
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
