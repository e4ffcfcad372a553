// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how long a vendor asks to wait. */
public final class RetryAfter {
  private RetryAfter() {}

  /**
   * The wait that a {@code Retry-After} header asks for, in seconds or as a date.
   *
   * @param date the header {@code Date} of the same reply: both ends of a wait come from the
   *     vendor's clock, not from ours
   */
  public static Optional<Duration> of(@Nullable String retryAfter, @Nullable String date) {
    if (retryAfter == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          retryAfter.matches("[0-9.]+")
              ? Duration.ofMillis((long) (Double.parseDouble(retryAfter) * 1000))
              : Duration.between(time(date == null ? retryAfter : date), time(retryAfter)));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static ZonedDateTime time(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
  }
}
