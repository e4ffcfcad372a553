// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import dev.mediagen.spi.Fields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Times as protocol buffers write them in JSON. */
final class Times {
  private Times() {}

  /** A duration such as {@code 1.2s}. */
  static Optional<Duration> seconds(String text) {
    return text.endsWith("s")
        ? Fields.numberIn(text.substring(0, text.length() - 1))
            .filter(seconds -> seconds.signum() >= 0)
            .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()))
        : Optional.empty();
  }

  /** A moment such as {@code 2026-01-22T12:00:00Z}. */
  static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
