// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.catalog;

import dev.mediagen.MediaKind;
import dev.mediagen.ModelId;
import dev.mediagen.internal.ImmutableStyle;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What is known of one model, with where and when it was read. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface ModelSpec {
  /** The model. */
  ModelId id();

  /** The kind of media it makes. */
  MediaKind kind();

  /** What it is, in a few words. */
  Optional<String> title();

  /** Other names of the same model, without the provider. */
  List<String> aliases();

  /** The portable parameters it takes. */
  Map<String, ParameterSpec> parameters();

  /** The inputs it takes, by role. */
  Map<String, InputSpec> inputs();

  /** The vendor extras it is known to take, by the vendor's field name. Others pass unchecked. */
  Map<String, ParameterSpec> options();

  /** Fields that are always sent, with their values. */
  Map<String, Object> constants();

  /** Rules between parameters. */
  List<Rule> rules();

  /** Facts that only the adapter of this vendor reads, for example a path. */
  Map<String, String> facts();

  /** The media types that come out. */
  List<String> outputs();

  /** How long a job usually takes. */
  Optional<Duration> typicalTime();

  /** How long to wait for a job at most. */
  Optional<Duration> maximumTime();

  /** Its price list. */
  List<Price> prices();

  /** Since when it should no longer be chosen. */
  Optional<LocalDate> deprecated();

  /** The day it is or was shut down. */
  Optional<LocalDate> retired();

  /** What to use instead. */
  Optional<String> successor();

  /**
   * Whether its parameters are known; an unknown model is sent what the request says, unchecked.
   */
  @Value.Default
  default boolean known() {
    return true;
  }

  /** Where the facts were read. */
  Optional<String> source();

  /** When the facts were read. */
  Optional<LocalDate> checked();

  /** What else to know. */
  Optional<String> note();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link ModelSpec}. Not thread-safe. */
  class Builder extends ImmutableModelSpec.Builder {
    Builder() {}
  }
}
