// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import java.time.Duration;
import java.time.Instant;

/**
 * How many polls one account of a provider may take: places are given out first come, first served,
 * in the order of the calls. In no window of the given length are there more polls than allowed; a
 * tenth of them may come at once, the others come evenly. Thread-safe.
 */
public final class PollBudget {
  private static final PollBudget UNLIMITED = new PollBudget(Duration.ZERO, Duration.ZERO);

  private final Duration interval;
  private final Duration burst;
  private Instant free = Instant.MIN; // Guarded by this: when the next place would be, burst aside.

  private PollBudget(Duration interval, Duration burst) {
    this.interval = interval;
    this.burst = burst;
  }

  /** A budget without an end. */
  public static PollBudget unlimited() {
    return UNLIMITED;
  }

  /**
   * A budget of so many polls in any such time, for example 60 a minute.
   *
   * @throws IllegalArgumentException when either is not above 0
   */
  public static PollBudget of(int polls, Duration per) {
    if (polls < 1 || per.isNegative() || per.isZero()) {
      throw new IllegalArgumentException(
          polls + " polls in " + per + ": both must be above 0, for example 60 in PT1M");
    }
    int atOnce = Math.max(1, polls / 10);
    // Divided upwards, so that rounding never lets one more in.
    Duration interval = per.plusNanos(polls - atOnce).dividedBy(polls - atOnce + 1L);
    return new PollBudget(interval, interval.multipliedBy(atOnce - 1L));
  }

  /**
   * Takes the next free place.
   *
   * @return how long to wait for it; zero when the poll may go out now. A place that is not used is
   *     lost.
   */
  public Duration reserve(Instant now) {
    if (interval.isZero()) {
      return Duration.ZERO;
    }
    synchronized (this) {
      Instant place = free.isAfter(now.minus(burst)) ? free : now.minus(burst);
      free = place.plus(interval);
      return place.isAfter(now) ? Duration.between(now, place) : Duration.ZERO;
    }
  }
}
