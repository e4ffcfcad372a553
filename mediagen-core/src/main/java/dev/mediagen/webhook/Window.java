// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the time in a delivery may be from ours; the edges still count.
 *
 * @param past how old it may be
 * @param future how far ahead it may be, since clocks differ
 */
record Window(Duration past, Duration future) {
  /** What Standard Webhooks recommend, and the choice where a vendor names no tolerance. */
  static final Window FIVE_MINUTES = new Window(Duration.ofMinutes(5), Duration.ofMinutes(5));

  /** From here on a number cannot be seconds: they would be in the year 5138. */
  private static final long SURELY_MILLIS = 100_000_000_000L;

  void check(Instant stamp, Instant now) throws Refusal {
    if (stamp.isBefore(now.minus(past))) {
      throw new Refusal("the delivery is older than " + past.toSeconds() + " s");
    } else if (stamp.isAfter(now.plus(future))) {
      throw new Refusal("the delivery comes from more than " + future.toSeconds() + " s ahead");
    }
  }

  /** A time in Unix seconds. */
  static Instant seconds(String text) throws Refusal {
    return Instant.ofEpochSecond(number(text));
  }

  /** A time in Unix seconds or milliseconds, for vendors that do not say which they mean. */
  static Instant secondsOrMillis(String text) throws Refusal {
    long number = number(text);
    return number > SURELY_MILLIS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
  }

  /** Plain digits only: what else {@code Long.parseLong} reads, no vendor writes. */
  private static long number(String text) throws Refusal {
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || text.isEmpty() || text.length() > 15) {
      throw new Refusal("the time of the delivery is not a Unix time");
    }
    return Long.parseLong(text);
  }
}
