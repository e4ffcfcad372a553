// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import dev.mediagen.ModelId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Jobs of invented durations, polled by the planner, with the polls and the delay added up. */
final class Simulated {
  static final ModelId MODEL = ModelId.of("invented/model");

  private long jobs;
  private long polls;
  private double delay;

  static double[] sample(int size, long seed, ToDoubleFunction<Random> durations) {
    Random die = new Random(seed);
    double[] sample = new double[size];
    Arrays.setAll(sample, i -> durations.applyAsDouble(die));
    return sample;
  }

  static ToDoubleFunction<Random> logNormal(double median, double sigma) {
    return die -> median * Math.exp(sigma * die.nextGaussian());
  }

  /** Polls a job until it is done, and gives what the polls told. */
  Observed poll(double duration, PollPlan plan) {
    double before;
    double now = 0;
    do {
      before = now;
      now += seconds(plan.next(duration(now), Optional.empty(), Optional.empty()));
      polls++;
    } while (now < duration);
    jobs++;
    delay += now - duration;
    return new Observed(before, now);
  }

  /** Polls jobs and learns from the polls. */
  Simulated learn(PollPlans plans, double[] durations) {
    for (double job : durations) {
      Observed seen = poll(job, plans.plan(MODEL, Optional.empty()));
      plans.learn(MODEL, duration(seen.notDone()), duration(seen.done()));
    }
    return this;
  }

  Simulated poll(PollPlans plans, Optional<Duration> typical, double[] durations) {
    for (double job : durations) {
      poll(job, plans.plan(MODEL, typical));
    }
    return this;
  }

  /** What a loop of 5 s comes to. */
  Simulated loop(double[] durations) {
    for (double job : durations) {
      double count = Math.ceil(job / 5);
      jobs++;
      polls += (long) count;
      delay += 5 * count - job;
    }
    return this;
  }

  double polls() {
    return (double) polls / jobs;
  }

  double delay() {
    return delay / jobs;
  }

  /** The delay, as a multiple of the least that is possible at as many polls. */
  double ratio(ToDoubleFunction<Random> durations) {
    return delay() / best(durations, polls());
  }

  /**
   * The least delay at so many polls for one who knows the durations, found between the schedules
   * for many prices.
   */
  private static double best(ToDoubleFunction<Random> durations, double polls) {
    double[] sorted = sample(50_000, 0, durations);
    Arrays.sort(sorted);
    double[] edges = new double[801];
    Arrays.setAll(edges, i -> sorted[i * (sorted.length - 1) / 800]);
    double[] shares = new double[800];
    Arrays.fill(shares, 1.0 / shares.length);
    double morePolls = Double.MAX_VALUE;
    double lessDelay = 0;
    for (double price = 0.1; ; price *= 1.25) {
      double[] times = BestTimes.of(edges, shares, price, waited -> Double.MAX_VALUE);
      double count = 0;
      double delay = 0;
      int at = 0;
      for (int i = 0; i < shares.length; i++) {
        while (times[at] < edges[i + 1]) {
          at++;
        }
        count += shares[i] * (at + 1);
        delay += shares[i] * (times[at] - (edges[i] + edges[i + 1]) / 2);
      }
      if (count <= polls) {
        return delay + (polls - count) / (morePolls - count) * (lessDelay - delay);
      }
      morePolls = count;
      lessDelay = delay;
    }
  }

  static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  static double seconds(Duration duration) {
    return Seconds.of(duration);
  }
}
