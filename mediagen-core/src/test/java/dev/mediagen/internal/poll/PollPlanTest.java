// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import static dev.mediagen.internal.poll.Simulated.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollPlanTest {
  private static final Optional<Duration> NOTHING = Optional.empty();

  private static Duration seconds(double seconds) {
    return Simulated.duration(seconds);
  }

  private static PollPlan cold() {
    return new PollPlans(0.5).plan(MODEL, NOTHING);
  }

  private static PollPlans learned(double seconds) {
    PollPlans plans = new PollPlans(0.5);
    IntStream.range(0, 60)
        .mapToObj(i -> seconds(seconds * (0.95 + 0.1 * i / 60)))
        .forEach(moment -> plans.learn(MODEL, moment, moment));
    return plans;
  }

  @Test
  void without_experience_a_job_is_asked_for_every_five_seconds() {
    assertThat(cold().next(Duration.ZERO, NOTHING, NOTHING)).isEqualTo(seconds(5));
    assertThat(cold().next(seconds(2), NOTHING, NOTHING)).isEqualTo(seconds(3));
    assertThat(cold().next(seconds(605), NOTHING, NOTHING)).isEqualTo(seconds(5));
  }

  @Test
  void a_model_that_is_quick_by_the_catalogue_is_asked_for_sooner() {
    PollPlan plan = new PollPlans(0.5).plan(MODEL, Optional.of(seconds(0.4)));

    assertThat(plan.next(Duration.ZERO, NOTHING, NOTHING)).isEqualTo(seconds(1));
  }

  @Test
  void with_experience_the_first_question_comes_when_most_jobs_are_done() {
    PollPlan plan = learned(40).plan(MODEL, NOTHING);

    assertThat(plan.next(Duration.ZERO, NOTHING, NOTHING)).isBetween(seconds(37), seconds(43));
  }

  @Test
  void what_is_learned_helps_jobs_that_wait_already() {
    PollPlans plans = new PollPlans(0.5);
    PollPlan plan = plans.plan(MODEL, NOTHING);
    List.of(38, 39, 40, 41)
        .forEach(s -> plans.learn(MODEL, Duration.ofSeconds(s), Duration.ofSeconds(s)));

    assertThat(plan.next(seconds(5), NOTHING, NOTHING)).isGreaterThan(seconds(10));
  }

  @Test
  void what_the_vendor_asks_for_wins() {
    assertThat(cold().next(Duration.ZERO, Optional.of(seconds(42)), Optional.of(seconds(3))))
        .isEqualTo(seconds(42));
    assertThat(cold().next(Duration.ZERO, Optional.of(seconds(0.4)), NOTHING))
        .isEqualTo(seconds(0.4));
  }

  /** «Retry-After: 0» led to a poll as fast as the network could carry it. */
  @Test
  void a_vendor_that_asks_for_no_pause_at_all_is_not_flooded() {
    for (double asked : new double[] {0, -5, 0.02}) {
      assertThat(cold().next(Duration.ZERO, Optional.of(seconds(asked)), NOTHING))
          .isEqualTo(PollPlan.SHORTEST);
    }
  }

  @Test
  void shortly_after_the_time_a_vendor_foretells_it_is_asked() {
    assertThat(cold().next(seconds(10), NOTHING, Optional.of(seconds(2))))
        .isBetween(seconds(2.05), seconds(2.5));
    assertThat(cold().next(seconds(10), NOTHING, Optional.of(seconds(30))))
        .isBetween(seconds(30.5), seconds(33));
  }

  @Test
  void a_vendor_is_not_believed_for_longer_than_a_minute_at_a_time() {
    assertThat(cold().next(seconds(10), NOTHING, Optional.of(Duration.ofHours(5))))
        .isEqualTo(seconds(60));
    assertThat(cold().next(seconds(2000), NOTHING, Optional.of(Duration.ofHours(5))))
        .isEqualTo(seconds(200));
  }

  @Test
  void a_vendor_that_says_nearly_done_for_ever_is_asked_less_and_less_often() {
    Optional<Duration> nearly = Optional.of(seconds(0.01));

    assertThat(cold().next(seconds(1), NOTHING, nearly)).isLessThan(seconds(0.2));
    assertThat(cold().next(seconds(48), NOTHING, nearly)).isEqualTo(seconds(3));
    assertThat(cold().next(seconds(480), NOTHING, nearly)).isEqualTo(seconds(5));
    assertThat(cold().next(seconds(480), NOTHING, Optional.of(Duration.ZERO)))
        .isEqualTo(seconds(5));
  }

  @Test
  void a_job_with_push_is_asked_for_once_a_minute_at_most() {
    assertThat(cold().nextBesidesPush(Duration.ZERO, NOTHING)).isEqualTo(PollPlan.SAFETY);
    assertThat(cold().nextBesidesPush(Duration.ZERO, Optional.of(seconds(1))))
        .isEqualTo(PollPlan.SAFETY);
    assertThat(cold().nextBesidesPush(Duration.ZERO, Optional.of(seconds(90))))
        .isEqualTo(seconds(90));
  }

  @Test
  void a_late_answer_is_not_followed_at_once_by_the_next_question() {
    PollPlan plan = learned(40).plan(MODEL, NOTHING);
    double waited = 0;
    for (int i = 0; i < 20; i++) {
      double pause = Simulated.seconds(plan.next(seconds(waited), NOTHING, NOTHING));
      double late = waited + pause * 0.99;

      assertThat(plan.next(seconds(late), NOTHING, NOTHING)).isGreaterThan(seconds(0.1));
      waited += pause;
    }
  }

  @Test
  void jobs_that_began_together_do_not_ask_together() {
    for (PollPlans plans : List.of(new PollPlans(0.3), learned(40))) {
      long moments =
          IntStream.range(0, 100)
              .mapToObj(
                  i -> plans.plan(MODEL, NOTHING).next(Duration.ZERO, NOTHING, NOTHING).toMillis())
              .distinct()
              .count();

      assertThat(moments).isGreaterThan(40);
    }
  }

  @Test
  void no_pause_is_ever_shorter_than_the_shortest() {
    PollPlan plan = learned(0.2).plan(MODEL, NOTHING);

    for (double waited = 0; waited < 3; waited += 0.01) {
      assertThat(plan.next(seconds(waited), NOTHING, NOTHING))
          .isGreaterThanOrEqualTo(PollPlan.SHORTEST);
    }
  }
}
