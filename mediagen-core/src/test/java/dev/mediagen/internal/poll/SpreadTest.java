// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static List<Observed> within5Seconds(double[] durations) {
    return DoubleStream.of(durations)
        .mapToObj(d -> new Observed(5 * Math.floor(d / 5), 5 * Math.ceil(d / 5)))
        .toList();
  }

  private static double share(Spread spread, double from, double to) {
    double sum = 0;
    for (int i = 0; i < spread.shares().length; i++) {
      if (spread.edges()[i] >= from && spread.edges()[i + 1] <= to) {
        sum += spread.shares()[i];
      }
    }
    return sum;
  }

  @Test
  void quantiles_come_out_though_only_intervals_are_known() {
    double[] durations = Simulated.sample(100, 1, Simulated.logNormal(40, 0.5));

    Spread spread = Spread.of(within5Seconds(durations));

    Arrays.sort(durations);
    assertThat(spread.quantile(0.5)).isCloseTo(durations[50], within(4.0));
    assertThat(spread.quantile(0.9)).isCloseTo(durations[90], within(12.0));
    assertThat(Arrays.stream(spread.shares()).sum()).isCloseTo(1, within(0.02));
  }

  @Test
  void two_modes_stay_two() {
    double[] durations =
        Simulated.sample(
            100, 2, die -> (die.nextDouble() < 0.7 ? 5 : 60) * Math.exp(0.05 * die.nextGaussian()));

    Spread spread =
        Spread.of(DoubleStream.of(durations).mapToObj(d -> new Observed(d, d)).toList());

    assertThat(share(spread, 4, 6.5)).isBetween(0.55, 0.8);
    assertThat(share(spread, 7, 45)).isLessThan(0.03);
    assertThat(share(spread, 45, 80)).isBetween(0.2, 0.45);
  }

  /** Going up to a single mode and down again makes twice its height, each further one adds. */
  @Test
  void clusters_of_chance_are_no_modes() {
    double[] durations = Simulated.sample(60, 3, Simulated.logNormal(40, 0.5));

    double[] shares =
        Spread.of(DoubleStream.of(durations).mapToObj(d -> new Observed(d, d)).toList()).shares();

    double upAndDown = 0;
    for (int i = 1; i < shares.length; i++) {
      upAndDown += Math.abs(shares[i] - shares[i - 1]);
    }
    assertThat(upAndDown).isLessThan(2.5 * Arrays.stream(shares).max().orElseThrow());
  }

  @Test
  void what_was_never_seen_stays_possible() {
    Spread spread = Spread.of(List.of(new Observed(10, 11), new Observed(10, 11)));

    assertThat(Arrays.stream(spread.shares()).min().orElseThrow()).isPositive();
  }
}
