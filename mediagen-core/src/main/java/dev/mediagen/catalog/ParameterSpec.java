// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.catalog;

import dev.mediagen.internal.ImmutableStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What one model takes for one parameter, and how it is written on the wire. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface ParameterSpec {
  /** How the value is dressed on the wire. */
  enum Form {
    /** As it is: text, number or boolean. */
    PLAIN,
    /** As text, whatever it is: {@code "5"}. */
    TEXT,
    /** A duration as a number of seconds; whole where it is whole. */
    SECONDS,
    /** A duration as text: {@code "5"}. */
    SECONDS_TEXT,
    /** A duration as text with its unit: {@code "5s"}. */
    SECONDS_SUFFIX,
    /** A duration in milliseconds. */
    MILLIS,
    /** A duration as a number of frames, {@link #frameStep()} · n + 1, at {@link #fps()}. */
    FRAMES,
    /** Width and height as {@code 1024x768}, with {@link #separator()} between them. */
    SIZE_TEXT,
    /** Width and height as an object with these two fields. */
    SIZE_OBJECT,
    /**
     * Points as {@code [[x, y, 1 or 0], ...]}, boxes as {@code [[left, top, right, bottom], ...]}.
     */
    TUPLES,
    /**
     * Points and boxes as objects, whose names {@link #words()} gives: {@code {"wanted": "label"}}.
     * Whether a point is wanted becomes 1 or 0.
     */
    OBJECTS,
    /** A list with this one value in it. */
    LIST,
    /** A language without region or script, the first part of its tag: {@code en} for en-GB. */
    LANGUAGE
  }

  /**
   * The vendor's field, with dots where it is nested: {@code settings.duration}. None when the
   * adapter places the value itself.
   */
  Optional<String> field();

  /** How the value is dressed. */
  @Value.Default
  default Form as() {
    return Form.PLAIN;
  }

  /** Whether the model cannot do without. */
  @Value.Default
  default boolean required() {
    return false;
  }

  /** The values that are taken, in the portable spelling; empty when it is a range or free. */
  List<String> choices();

  /** The vendor's word for a portable value, where they differ; its keys are choices too. */
  Map<String, String> words();

  /** The smallest number or duration in seconds. */
  Optional<BigDecimal> min();

  /** The largest number or duration in seconds. */
  Optional<BigDecimal> max();

  /** Numbers must be multiples of it. */
  Optional<BigDecimal> multipleOf();

  /** How many characters a text may have. */
  Optional<Integer> maxLength();

  /** How many outputs one call gives; larger counts are split into several jobs. */
  Optional<Integer> perCall();

  /** What the vendor does when the parameter is left out. */
  Optional<String> defaultValue();

  /** Frames come in steps of this many, plus one. */
  @Value.Default
  default int frameStep() {
    return 1;
  }

  /** The frames per second that durations are counted with when the request names none. */
  @Value.Default
  default int fps() {
    return 24;
  }

  /** What stands between width and height. */
  @Value.Default
  default String separator() {
    return "x";
  }

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

  /** Builds a {@link ParameterSpec}. Not thread-safe. */
  class Builder extends ImmutableParameterSpec.Builder {
    Builder() {}
  }
}
