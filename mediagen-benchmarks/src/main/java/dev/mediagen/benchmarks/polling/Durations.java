// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.polling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How long the jobs of an invented model take.
 *
 * @param name what the table calls it
 * @param shape gives a duration in seconds for a die
 */
record Durations(String name, Shape shape) {
  /** Throws a die for a duration. */
  interface Shape {
    double next(Random die);
  }

  /** Those that every change of the planner is held against. */
  static List<Durations> all() {
    List<Durations> all = new ArrayList<>();
    for (double median : new double[] {2, 5, 20, 60, 200, 600}) {
      for (double sigma : new double[] {0.3, 0.5, 1}) {
        all.add(logNormal(median, sigma));
      }
      all.add(
          new Durations(
              "uniform %.0f-%.0f s".formatted(median / 2, median * 1.5),
              die -> median * (0.5 + die.nextDouble())));
      all.add(
          new Durations(
              "uniform 0-%.0f s".formatted(2 * median), die -> median * 2 * die.nextDouble()));
    }
    for (double fast : new double[] {2, 5, 20, 50}) {
      all.add(
          new Durations(
              "70%% %.0f s, 30%% %.0f s".formatted(fast, 12 * fast),
              die ->
                  fast * (die.nextDouble() < 0.7 ? 1 : 12) * Math.exp(0.05 * die.nextGaussian())));
    }
    return all;
  }

  static Durations logNormal(double median, double sigma) {
    return new Durations(
        "log-normal %.0f s, sigma %.1f".formatted(median, sigma),
        die -> median * Math.exp(sigma * die.nextGaussian()));
  }

  /** The same model, so many times slower. */
  Durations slower(double factor) {
    return new Durations(name + " times " + factor, die -> factor * shape.next(die));
  }

  double[] sample(int size, long seed) {
    Random die = new Random(seed);
    double[] sample = new double[size];
    Arrays.setAll(sample, i -> shape.next(die));
    return sample;
  }
}
