// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When to ask again: first when the first jobs of the model are usually done, then at intervals
 * that grow with the time already waited. What the vendor asks for wins. Not thread-safe.
 */
final class PollPlan {
  private static final Duration SHORTEST = Duration.ofMillis(500);

  /** Not even a vendor that asks for no pause at all wants one call after the other. */
  private static final Duration BREATH = Duration.ofMillis(100);

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Optional<Duration> typical;
  private boolean first = true;

  PollPlan(Optional<Duration> typical) {
    this.typical = typical;
  }

  /** The pause before the next question, after so long a wait. */
  Duration next(Duration waited, Optional<Duration> vendorAsks) {
    if (vendorAsks.isPresent()) {
      return vendorAsks.get().compareTo(BREATH) < 0 ? BREATH : vendorAsks.get();
    }
    Duration pause = first ? firstPause(waited) : clamp(waited.dividedBy(8));
    first = false;
    return jitter(pause);
  }

  private Duration firstPause(Duration waited) {
    return typical.map(t -> clamp(t.multipliedBy(6).dividedBy(10).minus(waited))).orElse(SHORTEST);
  }

  private static Duration clamp(Duration pause) {
    return pause.compareTo(SHORTEST) < 0
        ? SHORTEST
        : pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  /** Many jobs that began together must not ask together. */
  private static Duration jitter(Duration pause) {
    return Duration.ofMillis(
        (long) (pause.toMillis() * (0.9 + 0.2 * ThreadLocalRandom.current().nextDouble())));
  }
}
