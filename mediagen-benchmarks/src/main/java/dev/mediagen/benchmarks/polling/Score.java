// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.polling;

import dev.mediagen.internal.poll.PollPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The polls and the delay of many jobs, added up. Not thread-safe. */
final class Score {
  private long jobs;
  private long polls;
  private double delay;

  /** The polls between which a job ended, in seconds. */
  record Seen(double notDone, double done) {}

  /** Polls one job of a known duration until it is done. */
  Seen poll(double duration, DoubleUnaryOperator pause) {
    double before = 0;
    double now = 0;
    do {
      before = now;
      now += pause.applyAsDouble(now);
      polls++;
    } while (now < duration);
    jobs++;
    delay += now - duration;
    return new Seen(before, now);
  }

  Seen poll(double duration, PollPlan plan) {
    return poll(
        duration,
        waited ->
            seconds(
                plan.next(
                    Duration.ofNanos((long) (waited * 1e9)), Optional.empty(), Optional.empty())));
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  double polls() {
    return (double) polls / jobs;
  }

  double delay() {
    return delay / jobs;
  }

  @Override
  public String toString() {
    return "%7.2f %6.2f".formatted(polls(), delay());
  }
}
