// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The pauses after a vendor said that it was asked too much. Not thread-safe. */
final class CoolDown {
  private static final long FIRST = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST = Duration.ofMinutes(1).toNanos();

  /** Many clients that were refused together must not come back together; earlier they may not. */
  private static final double SPREAD = 0.2;

  private final RandomGenerator random;
  private long until;
  private long pause = FIRST;
  private long nextPause = FIRST;

  CoolDown(RandomGenerator random) {
    this.random = random;
  }

  /** Until when nothing new may be sent; long ago when there is no pause. */
  long until() {
    return until;
  }

  /** Rests as long as the vendor asks for, or twice as long as the last time, up to a minute. */
  void rest(long now, Optional<Duration> asked) {
    long named = asked.map(Elapsed::nanos).orElse(0L);
    if (named > 0) {
      until = Math.max(until, now + named);
    } else if (until <= now) {
      // What was under way when the pause began is refused as well, and that is no further step.
      pause = nextPause;
      nextPause = Math.min(2 * pause, LONGEST);
      until = now + spread(pause);
    }
  }

  /**
   * An answer ends the growth once things have gone well for as long as the last pause was. Earlier
   * it proves little: polls are answered while submissions are still refused.
   */
  void answered(long now) {
    if (now - until >= pause) {
      nextPause = FIRST;
    }
  }

  private long spread(long time) {
    return time + (long) (time * SPREAD * random.nextDouble());
  }
}
