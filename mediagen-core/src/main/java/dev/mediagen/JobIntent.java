// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.internal.ImmutableStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A submission that is about to be made, written down before the call that costs money leaves: what
 * is needed to look for the job should no answer ever come. Immutable, and no secret in it.
 */
@Value.Immutable
@ImmutableStyle
public interface JobIntent {
  /** The id this library made for the submission; sent to vendors that take one. */
  String clientId();

  /** The model that is asked. */
  ModelId model();

  /** The kind of media that is wanted. */
  MediaKind kind();

  /** The adapter's name for the operation. */
  String operation();

  /** The alias of the account that pays, when the client knows several. */
  Optional<String> account();

  /** When the submission was begun. */
  Instant createdAt();

  /** When this library stops waiting for the job. */
  Instant deadline();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link JobIntent}. Not thread-safe. */
  class Builder extends ImmutableJobIntent.Builder {
    Builder() {}
  }
}
