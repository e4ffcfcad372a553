// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import static dev.mediagen.internal.poll.Simulated.MODEL;
import static dev.mediagen.internal.poll.Simulated.duration;
import static dev.mediagen.internal.poll.Simulated.logNormal;
import static dev.mediagen.internal.poll.Simulated.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the planner is for: short delays at few polls. The seeds are fixed, so nothing flickers. */
class PollQualityTest {
  private static final int LEARNERS = 12;

  /** What a phase that differs from job to job may cost where the loop hits by chance. */
  private static final double CHANCE = 1.015;

  static Stream<Arguments> models() {
    return Stream.of(
        model("log-normal 5 s, narrow", logNormal(5, 0.3)),
        model("log-normal 20 s", logNormal(20, 0.5)),
        model("log-normal 60 s, wide", logNormal(60, 1)),
        model("log-normal 10 min", logNormal(600, 0.5)),
        model("uniform", die -> 10 + 20 * die.nextDouble()),
        model(
            "5 s or a minute",
            die -> (die.nextDouble() < 0.7 ? 5 : 60) * Math.exp(0.05 * die.nextGaussian())));
  }

  private static Arguments model(String name, ToDoubleFunction<Random> durations) {
    return Arguments.of(name, durations);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void after_fifty_jobs_polled_by_itself_it_is_near_the_best_that_knows_everything(
      String name, ToDoubleFunction<Random> durations) {
    double[] jobs = sample(1000, 1, durations);
    Simulated after = new Simulated();
    for (int learner = 0; learner < LEARNERS; learner++) {
      PollPlans plans = new PollPlans((double) learner / LEARNERS);
      new Simulated().learn(plans, sample(50, 100 + learner, durations));
      after.poll(plans, Optional.empty(), jobs);
    }

    assertThat(after.ratio(durations)).isLessThan(1.25);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void before_any_job_it_is_no_worse_than_a_loop_of_five_seconds(
      String name, ToDoubleFunction<Random> durations) {
    double[] jobs = sample(4000, 2, durations);
    double[] sorted = jobs.clone();
    Arrays.sort(sorted);
    Simulated loop = new Simulated().loop(jobs);

    for (double typical : new double[] {0, sorted[sorted.length / 2]}) {
      Simulated cold =
          new Simulated()
              .poll(
                  new PollPlans(0), Optional.of(duration(typical)).filter(t -> !t.isZero()), jobs);

      assertThat(cold.polls()).isLessThan(loop.polls() * CHANCE);
      assertThat(cold.delay()).isLessThan(loop.delay() * CHANCE);
    }
  }

  @Test
  void a_typical_time_makes_both_better_for_slow_jobs() {
    double[] jobs = sample(4000, 3, logNormal(120, 0.3));
    Simulated loop = new Simulated().loop(jobs);

    Simulated cold = new Simulated().poll(new PollPlans(0), Optional.of(duration(120)), jobs);

    assertThat(cold.polls()).isLessThan(loop.polls() * 0.985);
    assertThat(cold.delay()).isLessThan(loop.delay() * 0.97);
  }

  @Test
  void while_little_is_known_it_asks_more_often_to_learn() {
    double[] jobs = sample(500, 10, logNormal(20, 0.5));
    PollPlans plans = new PollPlans(0);
    new Simulated().learn(plans, sample(10, 11, logNormal(20, 0.5)));
    double early = new Simulated().poll(plans, Optional.empty(), jobs).polls();

    new Simulated().learn(plans, sample(80, 12, logNormal(20, 0.5)));
    double late = new Simulated().poll(plans, Optional.empty(), jobs).polls();

    assertThat(early).isGreaterThan(1.5 * late);
  }

  @Test
  void polling_on_does_not_make_it_worse() {
    double[] jobs = sample(500, 4, logNormal(20, 0.5));
    PollPlans plans = new PollPlans(0);
    new Simulated().learn(plans, sample(50, 5, logNormal(20, 0.5)));
    Simulated early = new Simulated().poll(plans, Optional.empty(), jobs);

    new Simulated().learn(plans, sample(300, 6, logNormal(20, 0.5)));
    Simulated late = new Simulated().poll(plans, Optional.empty(), jobs);

    assertThat(late.ratio(logNormal(20, 0.5))).isLessThan(1.05 * early.ratio(logNormal(20, 0.5)));
  }

  @Test
  void a_model_that_becomes_five_times_slower_or_faster_is_learned_anew() {
    for (double factor : new double[] {5, 0.2}) {
      ToDoubleFunction<Random> then = logNormal(20 * factor, 0.5);
      PollPlans plans = new PollPlans(0);
      new Simulated().learn(plans, sample(60, 7, logNormal(20, 0.5)));
      new Simulated().learn(plans, sample(20, 8, then));

      assertThat(Simulated.seconds(plans.expected(MODEL).orElseThrow()))
          .isBetween(20 * factor * 0.75, 20 * factor * 1.35);
    }
  }

  @Test
  void a_job_slower_than_all_before_is_asked_for_at_growing_intervals() {
    PollPlans plans = new PollPlans(0);
    new Simulated().learn(plans, sample(50, 9, logNormal(20, 0.3)));
    PollPlan plan = plans.plan(MODEL, Optional.empty());

    double previous = 0;
    for (double waited : new double[] {100, 300, 1000, 3600, 36_000}) {
      double pause =
          Simulated.seconds(plan.next(duration(waited), Optional.empty(), Optional.empty()));

      assertThat(pause).isGreaterThan(previous).isLessThanOrEqualTo(Math.max(60, waited / 10));
      previous = pause;
    }
  }
}
