// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A provider that this client knows, and whether it can be used as things are. */
@Value.Immutable
@ImmutableStyle
public interface ProviderStatus {
  /** The short id, the first segment of its model ids. */
  String id();

  /** The vendor's name. */
  String name();

  /** Whether every setting it needs is there. */
  boolean configured();

  /** The settings that are missing, each by the environment variable that would give it. */
  List<String> missing();

  /** What a user should know before using it, for example that it is unofficial. */
  Optional<String> note();

  /** The vendor's documentation. */
  Optional<String> homepage();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ProviderStatus}. Not thread-safe. */
  class Builder extends ImmutableProviderStatus.Builder {
    Builder() {}
  }
}
