// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The times to ask at which cost least when it is known how durations are spread. */
final class BestTimes {
  private BestTimes() {}

  /**
   * Minimises the expected delay plus a price for each expected poll, over all sets of edges, by
   * going backwards from the last edge.
   *
   * @param edges the times that come into question, ascending, in seconds
   * @param shares the share of jobs that end between an edge and the next
   * @param price how many seconds of delay one poll is worth
   * @param longest the longest gap that may follow a time; a cell wider than that counts as one gap
   * @return the times, the last edge last
   */
  static double[] of(double[] edges, double[] shares, double price, DoubleUnaryOperator longest) {
    int n = shares.length;
    double[] ended = new double[n + 1];
    double[] moment = new double[n + 1];
    for (int i = 0; i < n; i++) {
      ended[i + 1] = ended[i] + shares[i];
      moment[i + 1] = moment[i] + shares[i] * (edges[i] + edges[i + 1]) / 2;
    }
    double[] cost = new double[n + 1];
    int[] next = new int[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      double begin = i == 0 ? 0 : edges[i];
      double latest = begin + longest.applyAsDouble(begin);
      double best = Double.POSITIVE_INFINITY;
      for (int j = i + 1; j <= n && (j == i + 1 || edges[j] <= latest); j++) {
        double delay = edges[j] * (ended[j] - ended[i]) - (moment[j] - moment[i]);
        if (delay + cost[j] < best) {
          best = delay + cost[j];
          next[i] = j;
        }
      }
      cost[i] = best + price * (ended[n] - ended[i]);
    }
    return along(next, edges);
  }

  private static double[] along(int[] next, double[] edges) {
    double[] times = new double[next.length];
    int count = 0;
    int last = next.length - 1;
    for (int i = next[0]; i < last; i = next[i]) {
      times[count++] = edges[i];
    }
    times[count++] = edges[last];
    return Arrays.copyOf(times, count);
  }
}
