// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.transcript.TranscriptSegment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of one JSON object in a reply, each as what it should be. A field that is missing,
 * null or of another form is none: a finished job must not be lost to an odd fact beside its
 * outputs. Immutable.
 *
 * @param node the object
 */
public record Fields(JsonNode node) {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,18}([.][0-9]{1,18})?([eE][-+]?[0-9]{1,2})?");

  /** A text; numbers and booleans as they are written. */
  public Optional<String> text(String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() && !value.isPojo() && !value.asText().isEmpty()
        ? Optional.of(value.asText())
        : Optional.empty();
  }

  /** A number, also where it is written as text. */
  public Optional<BigDecimal> number(String name) {
    return text(name).flatMap(Fields::numberIn);
  }

  /** The number a text is, for those in headers; none when it is none. */
  public static Optional<BigDecimal> numberIn(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** A whole number; {@code 1024.0} is one. */
  public Optional<Long> whole(String name) {
    return number(name)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .filter(number -> number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
        .map(BigDecimal::longValue);
  }

  /** A whole number that counts pixels, jobs and the like. */
  public Optional<Integer> count(String name) {
    return whole(name)
        .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
        .map(Long::intValue);
  }

  /** A duration that is written as a number of seconds. */
  public Optional<Duration> seconds(String name) {
    return number(name)
        .filter(number -> number.signum() >= 0)
        .map(number -> Duration.ofMillis(number.movePointRight(3).longValue()));
  }

  /** A moment that is written as seconds since 1970. */
  public Optional<Instant> epochSeconds(String name) {
    return whole(name)
        .filter(seconds -> seconds >= 0 && seconds <= Instant.MAX.getEpochSecond())
        .map(Instant::ofEpochSecond);
  }

  /**
   * A part of a transcript, as most vendors write it: {@code start} and {@code end} in seconds, and
   * sometimes a {@code speaker}.
   *
   * @param text the field with the words
   */
  public TranscriptSegment.Builder segment(String text) {
    TranscriptSegment.Builder segment =
        TranscriptSegment.builder()
            .start(seconds("start").orElse(Duration.ZERO))
            .end(seconds("end").orElse(Duration.ZERO))
            .text(text(text).orElse("").strip());
    text("speaker").ifPresent(segment::speaker);
    return segment;
  }
}
