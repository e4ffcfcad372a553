// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.transcript;

import dev.mediagen.internal.ImmutableStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** A word or a passage with its time. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface TranscriptSegment {
  /** When it begins, from the start of the recording. */
  Duration start();

  /** When it ends. */
  Duration end();

  /** What is said. */
  String text();

  /** Who says it, as the vendor names the speakers. */
  Optional<String> speaker();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TranscriptSegment}. Not thread-safe. */
  class Builder extends ImmutableTranscriptSegment.Builder {
    Builder() {}
  }
}
