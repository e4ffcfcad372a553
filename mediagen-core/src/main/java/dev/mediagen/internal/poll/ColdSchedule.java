// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import java.time.Duration;
import java.util.Optional;

/**
 * The schedule of a model of which no jobs were seen yet: every 5 s, which is what a careful
 * programmer writes by hand. Whatever deviates from even steps, without knowing more, is worse for
 * some vendor. What a typical time allows is little, since it does not tell how far jobs lie around
 * it: somewhat fewer questions in its first half, and somewhat more around it. A model that takes
 * less than 2 s is asked for sooner.
 *
 * @param typical the median in seconds, 0 when it is not known
 */
record ColdSchedule(double typical) implements Schedule {
  private static final double STEP = 5;

  /** The part of the first step by which jobs that began together are spread. */
  private static final double JITTER = 0.1;

  /** Below this a step of 5 s is too long, whatever it saves. */
  private static final double QUICK = 2;

  /** Above this there are enough questions to move some of them. */
  private static final double SLOW = 30;

  private static final double BEFORE = 1.15;
  private static final double AROUND = 0.92;

  static ColdSchedule of(Optional<Duration> typical) {
    return new ColdSchedule(Math.max(0, typical.map(Seconds::of).orElse(0.0)));
  }

  /** Only the phase differs from job to job: other intervals than even ones would cost. */
  @Override
  public double pause(double waited, double phase) {
    double gap = gap(waited);
    double first = gap(0) * (1 + JITTER * phase) - waited;
    return first > gap / 4 ? first : gap;
  }

  private double gap(double waited) {
    if (typical > 0 && typical < QUICK) {
      return Math.max(STEP * typical / QUICK, Math.min(STEP, waited / 16));
    }
    if (typical >= SLOW && waited < 2 * typical) {
      return STEP * (waited < typical / 2 ? BEFORE : AROUND);
    }
    // After an hour and a half nobody needs to know to the second.
    return Math.max(STEP, waited / 1000);
  }

  @Override
  public double longest(double waited) {
    return Math.max(60, Math.max(typical / 2, waited / 10));
  }
}
