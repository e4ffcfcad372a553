// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.internal.ImmutableStyle;
import org.immutables.value.Value;

/** A picture, video or sound that guides the model, with the role it plays. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface Reference {
  /** What the reference is for. */
  enum Role {
    /** Show this thing or scene. */
    SUBJECT,
    /** Look or sound like this. */
    STYLE,
    /** Show this person or creature. */
    CHARACTER
  }

  /** Where the bytes are. */
  MediaSource source();

  /** What it is for; {@link Role#SUBJECT} unless said otherwise. */
  @Value.Default
  default Role role() {
    return Role.SUBJECT;
  }

  /** A subject reference. */
  static Reference of(MediaSource source) {
    return builder().source(source).build();
  }

  /** A reference with a role. */
  static Reference of(MediaSource source, Role role) {
    return builder().source(source).role(role).build();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Reference}. Not thread-safe. */
  class Builder extends ImmutableReference.Builder {
    Builder() {}
  }
}
