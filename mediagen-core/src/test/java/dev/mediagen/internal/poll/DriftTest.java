// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static List<Observed> jobs(int old, Observed before, int recent, Observed after) {
    List<Observed> jobs = new ArrayList<>();
    for (int i = 0; i < old + recent; i++) {
      jobs.add(i < old ? before : after);
    }
    return jobs;
  }

  @Test
  void ten_jobs_that_are_all_slower_or_all_faster_are_a_change() {
    Observed usual = new Observed(20, 21);

    assertThat(Drift.seen(jobs(30, usual, 10, new Observed(90, 95)))).isTrue();
    assertThat(Drift.seen(jobs(30, usual, 10, new Observed(0, 6)))).isTrue();
    assertThat(Drift.seen(jobs(30, usual, 4, new Observed(90, 95)))).isFalse();
    assertThat(Drift.seen(jobs(5, usual, 10, new Observed(90, 95)))).isFalse();
  }

  /** A first poll that came later made all that was learned be forgotten. */
  @Test
  void other_polls_of_the_same_durations_are_no_change() {
    assertThat(Drift.seen(jobs(30, new Observed(48, 50), 10, new Observed(0, 51)))).isFalse();
    assertThat(Drift.seen(jobs(30, new Observed(0, 51), 10, new Observed(48, 50)))).isFalse();
  }

  @Test
  void chance_is_rarely_taken_for_a_change() {
    double[] durations = Simulated.sample(20_000, 1, Simulated.logNormal(20, 0.5));
    int seen = 0;
    for (int i = 0; i + 50 <= durations.length; i += 50) {
      List<Observed> jobs = new ArrayList<>();
      for (int j = i; j < i + 50; j++) {
        jobs.add(new Observed(durations[j], durations[j]));
      }
      seen += Drift.seen(jobs) ? 1 : 0;
    }

    assertThat(seen).isLessThanOrEqualTo(2);
  }
}
