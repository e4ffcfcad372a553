// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.transcript;

import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What was said. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface TranscriptResult extends MediaResult {
  /** The whole text. */
  String text();

  /** The language that was heard, as the vendor names it. */
  Optional<String> language();

  /** Its parts with times and speakers, where these were asked for. */
  List<TranscriptSegment> segments();

  @Override
  default MediaKind kind() {
    return MediaKind.TRANSCRIPT;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TranscriptResult}. Not thread-safe. */
  class Builder extends ImmutableTranscriptResult.Builder {
    Builder() {}
  }
}
