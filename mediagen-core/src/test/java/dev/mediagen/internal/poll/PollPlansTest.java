// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import static dev.mediagen.internal.poll.Simulated.MODEL;
import static dev.mediagen.internal.poll.Simulated.duration;
import static dev.mediagen.internal.poll.Simulated.logNormal;
import static dev.mediagen.internal.poll.Simulated.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.ModelId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollPlansTest {
  private static final Optional<Duration> NOTHING = Optional.empty();

  private static void learn(PollPlans plans, ModelId model, int jobs) {
    for (int i = 0; i < jobs; i++) {
      plans.learn(model, Duration.ofSeconds(9), Duration.ofSeconds(11));
    }
  }

  @Test
  void nothing_is_expected_of_a_model_before_three_jobs_were_seen() {
    PollPlans plans = new PollPlans(0);
    learn(plans, MODEL, 2);

    assertThat(plans.expected(MODEL)).isEmpty();

    learn(plans, MODEL, 1);

    assertThat(plans.expected(MODEL).orElseThrow())
        .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
  }

  @Test
  void the_median_is_learned_from_the_intervals_between_its_own_polls() {
    PollPlans plans = new PollPlans(0);

    new Simulated().learn(plans, sample(100, 1, logNormal(33, 0.5)));

    assertThat(plans.expected(MODEL).orElseThrow()).isBetween(duration(28), duration(39));
  }

  @Test
  void a_job_that_was_done_at_its_first_poll_is_counted_too() {
    PollPlans plans = new PollPlans(0);
    for (int i = 0; i < 10; i++) {
      plans.learn(MODEL, Duration.ZERO, Duration.ofSeconds(5));
    }

    assertThat(plans.plan(MODEL, NOTHING).next(Duration.ZERO, NOTHING, NOTHING))
        .isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void durations_that_make_no_sense_do_no_harm() {
    PollPlans plans = new PollPlans(0);
    plans.learn(MODEL, Duration.ofSeconds(-3), Duration.ofSeconds(-1));
    plans.learn(MODEL, Duration.ofSeconds(8), Duration.ofSeconds(4));
    plans.learn(MODEL, Duration.ZERO, Duration.ofDays(40_000));
    plans.learn(MODEL, Duration.ZERO, Duration.ZERO);

    assertThat(plans.plan(MODEL, NOTHING).next(Duration.ZERO, NOTHING, NOTHING))
        .isBetween(PollPlan.SHORTEST, Duration.ofDays(30));
  }

  @Test
  void only_the_models_used_last_are_remembered() {
    PollPlans plans = new PollPlans(0);
    learn(plans, ModelId.of("a/first"), 3);
    learn(plans, ModelId.of("a/second"), 3);
    for (int i = 0; i < 499; i++) {
      plans.expected(ModelId.of("a/first"));
      plans.plan(ModelId.of("a/" + i), NOTHING);
    }

    assertThat(plans.expected(ModelId.of("a/first"))).isPresent();
    assertThat(plans.expected(ModelId.of("a/second"))).isEmpty();
  }

  @Test
  void what_was_learned_outlives_the_process() {
    PollPlans plans = new PollPlans(0);
    new Simulated().learn(plans, sample(50, 2, logNormal(20, 0.5)));
    learn(plans, ModelId.of("fal/fal-ai/flux/dev"), 3);

    PollPlans read = PollPlans.fromJson(plans.toJson());

    assertThat(read.toJson()).isEqualTo(plans.toJson()).hasSizeLessThan(1200);
    assertThat(read.expected(ModelId.of("fal/fal-ai/flux/dev"))).isPresent();
    assertThat(Simulated.seconds(read.expected(MODEL).orElseThrow())).isBetween(15.0, 25.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "not JSON",
        "[1]",
        "{\"version\":2,\"models\":{}}",
        "{\"version\":1,\"models\":{\"no slash\":[[1,2]]}}",
        "{\"version\":1,\"models\":{\"a/b\":[[1,\"x\"]]}}",
        "{\"version\":1,\"models\":{\"a/b\":[7]}}",
        "{\"version\":1,\"models\":{\"a/b\":[[1,2]"
      })
  void what_cannot_be_read_leaves_plans_that_have_seen_nothing(String json) {
    assertThat(PollPlans.fromJson(json).toJson()).isEqualTo(new PollPlans(0).toJson());
  }

  @Test
  void many_threads_learn_at_once() {
    PollPlans plans = new PollPlans(0);
    List<CompletableFuture<Void>> threads =
        IntStream.range(0, 4)
            .mapToObj(
                i -> CompletableFuture.runAsync(() -> learn(plans, ModelId.of("a/" + i % 2), 60)))
            .toList();

    threads.forEach(CompletableFuture::join);

    assertThat(plans.expected(ModelId.of("a/0"))).isPresent();
    assertThat(plans.expected(ModelId.of("a/1"))).isPresent();
  }
}
