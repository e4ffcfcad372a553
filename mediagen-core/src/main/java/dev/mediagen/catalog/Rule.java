// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.catalog;

import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A rule between parameters: when some have these values, others are bound. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface Rule {
  /** When each of these has one of its values; {@code *} stands for any value at all. */
  Map<String, List<String>> when();

  /** Then these must keep to narrower bounds. */
  Map<String, ParameterSpec> then();

  /** Then these must be left out. */
  List<String> forbid();

  /** Then these must be given. */
  List<String> require();

  /** Then at least one of these must be given. */
  List<String> requireOne();

  /** Why, in a few words for the message. */
  Optional<String> because();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Rule}. Not thread-safe. */
  class Builder extends ImmutableRule.Builder {
    Builder() {}
  }
}
