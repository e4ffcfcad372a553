// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import dev.mediagen.Limits.Rate;
import java.util.Optional;

/**
 * Keeps a rate exactly: the moments of the last calls are remembered, and the next comes when the
 * oldest of them has left the window. A bucket of tokens would let twice as many through around the
 * moment when it is full. Not thread-safe.
 */
final class SlidingWindow {
  private final long[] last;
  private final long length;
  private int oldest;
  private int used;
  private long latest;

  /** A window for a rate; without one everything may come at once. */
  SlidingWindow(Optional<Rate> rate) {
    last = new long[rate.map(Rate::count).orElse(0)];
    length = rate.map(Rate::per).map(Elapsed::nanos).orElse(0L);
  }

  /** The first moment, not before this one, at which a call may be made. */
  long next(long earliest) {
    if (last.length == 0) {
      return earliest;
    }
    long free = used < last.length ? 0 : last[oldest] + length;
    return Math.max(Math.max(earliest, latest), free);
  }

  /** Takes that moment, which may lie in the future. */
  long take(long earliest) {
    long moment = next(earliest);
    if (last.length > 0) {
      last[oldest] = moment;
      oldest = (oldest + 1) % last.length;
      used = Math.min(used + 1, last.length);
      latest = moment;
    }
    return moment;
  }
}
