// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PollBudgetTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void without_a_limit_nobody_waits() {
    for (int i = 0; i < 1000; i++) {
      assertThat(PollBudget.unlimited().reserve(NOON)).isZero();
    }
  }

  @Test
  void places_are_given_out_in_the_order_of_the_calls() {
    PollBudget budget = PollBudget.of(6, MINUTE);

    assertThat(budget.reserve(NOON)).isZero();
    assertThat(budget.reserve(NOON)).isEqualTo(Duration.ofSeconds(10));
    assertThat(budget.reserve(NOON.plusSeconds(5))).isEqualTo(Duration.ofSeconds(15));
    assertThat(budget.reserve(NOON.plusSeconds(29))).isEqualTo(Duration.ofSeconds(1));
    assertThat(budget.reserve(NOON.plusSeconds(60))).isZero();
  }

  @Test
  void a_tenth_may_come_at_once_after_a_rest() {
    PollBudget budget = PollBudget.of(30, MINUTE);
    for (int round = 0; round < 3; round++) {
      Instant now = NOON.plusSeconds(round * 3600L);

      assertThat(budget.reserve(now)).isZero();
      assertThat(budget.reserve(now)).isZero();
      assertThat(budget.reserve(now)).isZero();
      assertThat(budget.reserve(now)).isPositive();
    }
  }

  @Test
  void in_no_window_are_there_more_polls_than_allowed() {
    Random die = new Random(1);
    for (int polls : new int[] {1, 7, 60, 250}) {
      PollBudget budget = PollBudget.of(polls, MINUTE);
      List<Instant> places = new ArrayList<>();
      Instant now = NOON;
      for (int i = 0; i < 2000; i++) {
        now = now.plusNanos((long) (die.nextDouble() * 2e9 * (die.nextInt(20) == 0 ? 50 : 1)));
        places.add(now.plus(budget.reserve(now)));
      }
      for (int i = polls; i < places.size(); i++) {
        assertThat(Duration.between(places.get(i - polls), places.get(i)))
            .isGreaterThanOrEqualTo(MINUTE);
      }
    }
  }

  @Test
  void a_budget_of_nothing_is_refused() {
    assertThatThrownBy(() -> PollBudget.of(0, MINUTE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 polls in PT1M");
    assertThatThrownBy(() -> PollBudget.of(5, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
