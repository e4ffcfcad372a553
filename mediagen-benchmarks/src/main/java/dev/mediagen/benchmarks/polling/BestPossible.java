// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.polling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The least mean delay at a given mean number of polls, for a model whose durations are known
 * beforehand. For each of many prices of a poll the cheapest times to ask are found by dynamic
 * programming over a fine grid; between two neighbours a mix of both is possible. It shares no code
 * with the planner.
 */
final class BestPossible {
  private static final int QUANTILES = 600;
  private static final int STEPS = 800;

  private record Point(double polls, double delay) {}

  private final List<Point> frontier = new ArrayList<>(); // From many polls to few.

  BestPossible(double[] durations) {
    double[] sorted = durations.clone();
    Arrays.sort(sorted);
    double[] times = grid(sorted);
    for (double price = 0.003; price < 1000; price *= 1.3) {
      frontier.add(cheapest(sorted, times, price));
    }
  }

  private static double[] grid(double[] sorted) {
    double first = sorted[0];
    double last = sorted[sorted.length - 1];
    TreeSet<Double> times = new TreeSet<>(List.of(last));
    for (int i = 1; i < QUANTILES; i++) {
      times.add(sorted[i * sorted.length / QUANTILES]);
    }
    for (int i = 1; i < STEPS; i++) {
      times.add(first * Math.pow(last / first, (double) i / STEPS));
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Goes forward: the cheapest way to have asked at a time, and at no later one. */
  private static Point cheapest(double[] sorted, double[] times, double price) {
    int n = times.length;
    double[] cost = new double[n];
    double[] polls = new double[n];
    double[] sum = new double[sorted.length + 1];
    for (int i = 0; i < sorted.length; i++) {
      sum[i + 1] = sum[i] + sorted[i];
    }
    int[] done = new int[n];
    for (int j = 0, i = 0; j < n; j++) {
      while (i < sorted.length && sorted[i] <= times[j]) {
        i++;
      }
      done[j] = i;
      cost[j] = times[j] * i - sum[i] + price * sorted.length;
      polls[j] = sorted.length;
      for (int k = 0; k < j; k++) {
        int left = sorted.length - done[k];
        double delay = times[j] * (i - done[k]) - (sum[i] - sum[done[k]]);
        if (cost[k] + delay + price * left < cost[j]) {
          cost[j] = cost[k] + delay + price * left;
          polls[j] = polls[k] + left;
        }
      }
    }
    double meanPolls = polls[n - 1] / sorted.length;
    return new Point(meanPolls, cost[n - 1] / sorted.length - price * meanPolls);
  }

  /** The least mean delay, in seconds, at so many polls in the mean. */
  double delay(double polls) {
    Point more = frontier.get(0);
    for (Point fewer : frontier) {
      if (fewer.polls() <= polls) {
        double span = more.polls() - fewer.polls();
        double part = span <= 0 ? 0 : Math.min(1, (polls - fewer.polls()) / span);
        return fewer.delay() + part * (more.delay() - fewer.delay());
      }
      more = fewer;
    }
    return more.delay(); // Fewer than one poll for each job are not possible.
  }
}
