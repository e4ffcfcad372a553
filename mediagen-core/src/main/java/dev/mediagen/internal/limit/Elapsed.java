// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import dev.mediagen.spi.JobClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Time that never goes back, in nanoseconds since this was made. When the clock is set back it
 * stands still for a moment; otherwise everything would have to be waited for once more. Not
 * thread-safe.
 */
final class Elapsed {
  /** Later than anything that happens. */
  static final long NEVER = Long.MAX_VALUE;

  /** Seconds: longer than any wait, and short enough that two of them can be added. */
  private static final long LONGEST = TimeUnit.DAYS.toSeconds(36_500);

  private final JobClock clock;
  private Instant read;
  private long now;

  Elapsed(JobClock clock) {
    this.clock = clock;
    this.read = clock.now();
  }

  long now() {
    Instant next = clock.now();
    now += Math.max(0, between(read, next));
    read = next;
    return now;
  }

  /** When a time of the clock comes, as of the last look at it. */
  long at(Instant time) {
    return now + between(read, time);
  }

  /** The time of the clock at a moment, as of the last look at it. */
  Instant instant(long moment) {
    return read.plusNanos(moment - now);
  }

  static long nanos(Duration time) {
    return nanos(time.getSeconds(), time.getNano());
  }

  /** Every call comes by here, so it makes no {@code Duration} on the way. */
  private static long between(Instant from, Instant to) {
    return nanos(to.getEpochSecond() - from.getEpochSecond(), to.getNano() - from.getNano());
  }

  private static long nanos(long seconds, int nanos) {
    long some = Math.max(-LONGEST, Math.min(LONGEST, seconds));
    return TimeUnit.SECONDS.toNanos(some) + nanos;
  }

  static String seconds(long nanos) {
    return Duration.ofNanos(nanos).toMillis() / 1000.0 + " s";
  }
}
