// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import dev.mediagen.spi.JobClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Has something looked at when it may have changed. There is one entry in the clock at most; one
 * that rings too early does no harm, so it is left alone. Not thread-safe.
 */
final class Alarm {
  private final JobClock clock;
  private final Runnable ring;
  private JobClock.@Nullable Scheduled set;
  private long setTo;

  Alarm(JobClock clock, Runnable ring) {
    this.clock = clock;
    this.ring = ring;
  }

  /** Rings at that moment or before, and not at all at {@link Elapsed#NEVER}. */
  void set(long now, long at) {
    if (set != null) {
      if (setTo <= at && at != Elapsed.NEVER) {
        return;
      }
      set.cancel();
      set = null;
    }
    if (at != Elapsed.NEVER) {
      setTo = at;
      set = clock.after(Duration.ofNanos(at - now), ring);
    }
  }

  /** It rang. */
  void rang() {
    set = null;
  }
}
