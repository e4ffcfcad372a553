// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollPlanTest {
  private static final Optional<Duration> NOTHING = Optional.empty();

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }

  @Test
  void the_first_question_comes_when_the_first_results_do() {
    PollPlan plan = new PollPlan(Optional.of(seconds(10)));

    assertThat(plan.next(seconds(1), NOTHING)).isBetween(seconds(4.4), seconds(5.6));
  }

  @Test
  void without_experience_the_first_question_comes_soon() {
    assertThat(new PollPlan(NOTHING).next(Duration.ZERO, NOTHING))
        .isBetween(seconds(0.4), seconds(0.6));
  }

  @Test
  void pauses_grow_with_the_wait_and_stay_within_bounds() {
    PollPlan plan = new PollPlan(NOTHING);
    plan.next(Duration.ZERO, NOTHING);

    assertThat(plan.next(seconds(1), NOTHING)).isBetween(seconds(0.4), seconds(0.6));
    assertThat(plan.next(seconds(40), NOTHING)).isBetween(seconds(4.4), seconds(5.6));
    assertThat(plan.next(Duration.ofHours(2), NOTHING)).isBetween(seconds(9), seconds(11));
  }

  @Test
  void a_long_job_is_asked_for_early_enough() {
    assertThat(new PollPlan(Optional.of(Duration.ofHours(1))).next(Duration.ZERO, NOTHING))
        .isLessThanOrEqualTo(seconds(11));
  }

  @Test
  void what_the_vendor_asks_for_wins() {
    PollPlan plan = new PollPlan(Optional.of(seconds(10)));

    assertThat(plan.next(Duration.ZERO, Optional.of(seconds(42)))).isEqualTo(seconds(42));
  }

  /** «Retry-After: 0» led to a poll as fast as the network could carry it. */
  @Test
  void a_vendor_that_asks_for_no_pause_at_all_is_not_flooded() {
    PollPlan plan = new PollPlan(NOTHING);

    assertThat(plan.next(Duration.ZERO, Optional.of(Duration.ZERO)))
        .isGreaterThanOrEqualTo(seconds(0.1));
    assertThat(plan.next(Duration.ZERO, Optional.of(seconds(-5))))
        .isGreaterThanOrEqualTo(seconds(0.1));
  }

  @Test
  void many_jobs_do_not_ask_together() {
    assertThat(
            java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> new PollPlan(NOTHING).next(Duration.ZERO, NOTHING))
                .distinct()
                .count())
        .isGreaterThan(5);
  }
}
