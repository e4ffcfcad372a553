// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.catalog;

import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What one model takes as one input role, and how the bytes get there. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface InputSpec {
  /** How the bytes of an input reach the vendor. */
  enum Delivery {
    /** A public URL in the call; the vendor fetches it. */
    URL,
    /** A data URI in the call. */
    DATA_URI,
    /** Base64 in the call, without a prefix. */
    BASE64,
    /** The bytes as an array of numbers in the call, 0 to 255 each. */
    NUMBERS,
    /** A file part of a multipart call. */
    PART,
    /** The body of the call. */
    BODY,
    /** Uploaded to the vendor first; the adapter says how. */
    UPLOAD,
    /** The vendor's own id of something it stores, an output of an earlier job among them. */
    STORED,
    /** An earlier job of the same vendor. */
    JOB
  }

  /** How a mask says what is to be changed. */
  enum Mask {
    /** White is changed: the portable meaning. */
    WHITE,
    /** Transparent is changed; this library converts. */
    TRANSPARENT,
    /** Black is changed; this library converts. */
    BLACK
  }

  /** The vendor's field, with dots where it is nested. None when the adapter places it itself. */
  Optional<String> field();

  /**
   * Other fields for some ways of delivery, by their words: {@code "stored": "video_id"} beside
   * {@code "field": "video_url"}.
   */
  Map<String, String> fieldFor();

  /** The field of each entry when the field takes objects: {@code [{"image": ...}, ...]}. */
  Optional<String> item();

  /** Whether the field takes a list even for one. */
  @Value.Default
  default boolean list() {
    return false;
  }

  /** The ways the vendor takes it, best first. */
  List<Delivery> deliver();

  /** Whether the model cannot do without. */
  @Value.Default
  default boolean required() {
    return false;
  }

  /** How many at most; one, or for a list any number, unless the vendor says otherwise. */
  @Value.Default
  default int max() {
    return list() ? Integer.MAX_VALUE : 1;
  }

  /** The media types that are taken; empty when the vendor does not say. */
  List<String> mediaTypes();

  /** How the vendor wants a media type to be called, where it differs. */
  Map<String, String> relabel();

  /** The largest size in bytes, however it gets there. */
  Optional<Long> maxBytes();

  /** The largest size in bytes inside the call. */
  Optional<Long> maxInlineBytes();

  /** What a mask means. */
  @Value.Default
  default Mask mask() {
    return Mask.WHITE;
  }

  /** What else to know. */
  Optional<String> note();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link InputSpec}. Not thread-safe. */
  class Builder extends ImmutableInputSpec.Builder {
    Builder() {}
  }
}
