// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class BestTimesTest {
  private static final DoubleUnaryOperator ANY = waited -> Double.MAX_VALUE;

  /** What asking at some of the edges costs; the last edge must be among them. */
  private static double cost(double[] edges, double[] shares, double price, double[] times) {
    double cost = 0;
    int at = 0;
    for (int i = 0; i < shares.length; i++) {
      while (times[at] < edges[i + 1]) {
        at++;
      }
      cost += shares[i] * (times[at] - (edges[i] + edges[i + 1]) / 2 + price * (at + 1));
    }
    return cost;
  }

  private static double cheapestOfAll(double[] edges, double[] shares, double price) {
    int inner = shares.length - 1;
    double best = Double.MAX_VALUE;
    for (int chosen = 0; chosen < 1 << inner; chosen++) {
      double[] times = new double[Integer.bitCount(chosen) + 1];
      int at = 0;
      for (int i = 0; i < inner; i++) {
        if ((chosen >> i & 1) == 1) {
          times[at++] = edges[i + 1];
        }
      }
      times[at] = edges[edges.length - 1];
      best = Math.min(best, cost(edges, shares, price, times));
    }
    return best;
  }

  @Test
  void no_other_choice_of_times_costs_less() {
    Random die = new Random(1);
    for (int round = 0; round < 100; round++) {
      double[] edges = new double[12];
      double[] shares = new double[11];
      double sum = 0;
      edges[0] = die.nextDouble();
      for (int i = 0; i < shares.length; i++) {
        edges[i + 1] = edges[i] + 0.1 + die.nextDouble();
        shares[i] = Math.pow(die.nextDouble(), 3);
        sum += shares[i];
      }
      for (int i = 0; i < shares.length; i++) {
        shares[i] /= sum;
      }
      double price = 2 * die.nextDouble();

      double[] times = BestTimes.of(edges, shares, price, ANY);

      assertThat(cost(edges, shares, price, times))
          .isCloseTo(cheapestOfAll(edges, shares, price), within(1e-9));
    }
  }

  @Test
  void a_gap_that_is_too_long_is_not_taken() {
    double[] edges = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    double[] shares = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    assertThat(BestTimes.of(edges, shares, 1, ANY)).containsExactly(10);
    assertThat(BestTimes.of(edges, shares, 1, waited -> 4)).hasSize(3);
    assertThat(BestTimes.of(edges, shares, 1, waited -> 0.5)).hasSize(10);
  }
}
