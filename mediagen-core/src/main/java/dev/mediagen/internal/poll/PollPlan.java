// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import java.time.Duration;
import java.util.Optional;

/**
 * When one job is asked for next. It remembers nothing of the job but where it stands among others
 * that began at the same time, and uses what was learned of its model meanwhile. Immutable,
 * thread-safe, some thirty bytes.
 */
public final class PollPlan {
  /** Not even a vendor that asks for no pause at all wants one call after the other: 100 ms. */
  public static final Duration SHORTEST = Duration.ofMillis(100);

  /** How often a job is asked for whose news come by themselves: once a minute at most. */
  public static final Duration SAFETY = Duration.ofMinutes(1);

  /** A job is rarely done at the very moment that was foretold. */
  private static final double LATE = 0.05;

  /** A vendor may say «nearly done» for ever: pauses grow with the wait all the same. */
  private static final double PATIENCE = 1.0 / 16;

  private final ModelTimes model;
  private final ColdSchedule cold;
  private final float phase;

  PollPlan(ModelTimes model, ColdSchedule cold, double phase) {
    this.model = model;
    this.cold = cold;
    this.phase = (float) phase;
  }

  /**
   * The pause before the next question.
   *
   * @param waited since the job was accepted
   * @param vendorAsks the pause the vendor asks for, which wins, though not below {@link #SHORTEST}
   * @param remaining how long the vendor says the job still takes. The next question comes shortly
   *     after that, however often it was wrong before; but not later than after a minute, three
   *     quarters of the time that slow jobs of this model take, or a tenth of the wait, whichever
   *     is longest. What is not above 0 is not believed.
   */
  public Duration next(
      Duration waited, Optional<Duration> vendorAsks, Optional<Duration> remaining) {
    if (vendorAsks.isPresent()) {
      return atLeast(SHORTEST, vendorAsks.get());
    }
    double soFar = Math.max(0, Seconds.of(waited));
    Schedule schedule = schedule();
    double own = schedule.pause(soFar, phase);
    double pause =
        remaining
            .map(Seconds::of)
            .filter(eta -> eta > 0)
            .map(eta -> aimed(eta, soFar, own, schedule.longest(soFar)))
            .orElse(own);
    return atLeast(SHORTEST, Seconds.duration(pause));
  }

  /**
   * The pause before the next question about a job whose news come by themselves, by webhook or by
   * event stream: it is asked for only in case they get lost, so at least {@link #SAFETY}.
   */
  public Duration nextBesidesPush(Duration waited, Optional<Duration> vendorAsks) {
    return atLeast(SAFETY, next(waited, vendorAsks, Optional.empty()));
  }

  private static double aimed(double eta, double waited, double own, double longest) {
    double shortly = eta * (1 + LATE) + Seconds.of(SHORTEST);
    return Math.min(longest, Math.max(shortly, Math.min(own, waited * PATIENCE)));
  }

  private Schedule schedule() {
    LearnedSchedule learned = model.schedule();
    return learned != null ? learned : cold;
  }

  private static Duration atLeast(Duration shortest, Duration pause) {
    return pause.compareTo(shortest) < 0 ? shortest : pause;
  }
}
