// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import java.time.Duration;

/**
 * How long one job took, as far as polls can tell: longer than the one, at most the other, which
 * are the same when a vendor told the moment itself. Immutable.
 *
 * @param notDone seconds, from 0
 * @param done seconds, from {@link #SHORTEST} to {@link #LONGEST}
 */
record Observed(double notDone, double done) {
  /** What is faster than this is not told apart. */
  static final double SHORTEST = 0.05;

  /** What is slower than a month says nothing of when to ask. */
  static final double LONGEST = 30 * 86_400;

  /** An observation; what is out of bounds is moved to them. */
  static Observed of(Duration notDone, Duration done) {
    double late = Math.min(LONGEST, Math.max(SHORTEST, Seconds.of(done)));
    return new Observed(Math.min(late, Math.max(0, Seconds.of(notDone))), late);
  }
}
