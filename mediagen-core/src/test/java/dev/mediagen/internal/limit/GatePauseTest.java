// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.Limits;
import dev.mediagen.Limits.Rate;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Pauses that a vendor asks for or brings about. */
class GatePauseTest {
  private static final Optional<Duration> UNNAMED = Optional.empty();

  private final ManualClock clock = new ManualClock();
  private final Gate gate = gate(Limits.none());

  /** Its random numbers are all zero: no spread. */
  private Gate gate(Limits limits) {
    return new Gate(new Account("fal", ""), limits, clock, () -> 0L);
  }

  private Ticket enter() {
    return gate.enter(clock.now().plusSeconds(3600));
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      gate.failed();
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private static MediaException failure(CompletableFuture<?> future) {
    assertThat(future).isCompletedExceptionally();
    return (MediaException) future.handle((value, failure) -> failure).join();
  }

  private Duration cooling() {
    return Duration.between(clock.now(), gate.coolingUntil().orElseThrow());
  }

  @Test
  void nothing_leaves_before_the_vendor_wants_to_be_asked_again() {
    gate.coolDown(Optional.of(seconds(7)));
    Ticket first = enter();
    Ticket second = enter();
    assertThat(gate.coolingUntil()).hasValue(clock.now().plusSeconds(7));
    assertThat(gate.waitsFor().orElseThrow()).contains("rests for another 7.0 s");

    clock.advance(seconds(6.9));
    assertThat(first).isNotDone();
    assertThat(second.position()).hasValue(1);

    clock.advance(seconds(0.1));
    assertThat(List.of(first, second)).allMatch(CompletableFuture::isDone);
    assertThat(gate.coolingUntil()).isEmpty();
  }

  @Test
  void a_shorter_pause_does_not_end_a_longer_one() {
    gate.coolDown(Optional.of(seconds(20)));
    gate.coolDown(Optional.of(seconds(1)));

    assertThat(cooling()).isEqualTo(seconds(20));
  }

  @Test
  void pauses_that_the_vendor_does_not_name_grow_up_to_a_minute() {
    for (int length : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
      gate.coolDown(UNNAMED);
      assertThat(cooling()).isEqualTo(seconds(length));
      clock.advance(seconds(length));
    }
  }

  @Test
  void a_retry_after_of_zero_is_no_leave_to_flood() {
    gate.coolDown(Optional.of(Duration.ZERO));

    assertThat(cooling()).isEqualTo(seconds(1));
  }

  /** Ten calls that were under way together made the first pause a quarter of an hour. */
  @Test
  void calls_that_are_refused_together_make_one_pause() {
    for (int i = 0; i < 10; i++) {
      gate.coolDown(UNNAMED);
    }

    assertThat(cooling()).isEqualTo(seconds(1));
  }

  @Test
  void a_time_without_refusals_ends_the_growth() {
    gate.coolDown(UNNAMED);
    clock.advance(seconds(1));
    gate.coolDown(UNNAMED);
    clock.advance(seconds(2));

    gate.succeeded(); // A poll, perhaps, which tells nothing of submissions.
    gate.coolDown(UNNAMED);
    assertThat(cooling()).isEqualTo(seconds(4));

    clock.advance(seconds(4 + 4));
    gate.succeeded();
    gate.coolDown(UNNAMED);
    assertThat(cooling()).isEqualTo(seconds(1));
  }

  @Test
  void unnamed_pauses_are_spread_and_never_cut_short() {
    Random random = new Random(3);
    List<Duration> pauses =
        java.util.stream.Stream.generate(
                () -> {
                  Gate one = new Gate(new Account("fal", ""), Limits.none(), clock, random);
                  one.coolDown(UNNAMED);
                  return Duration.between(clock.now(), one.coolingUntil().orElseThrow());
                })
            .limit(50)
            .toList();

    assertThat(pauses).allMatch(p -> p.compareTo(seconds(1)) >= 0 && p.toMillis() <= 1_200);
    assertThat(pauses.stream().distinct().count()).isGreaterThan(40);
  }

  @Test
  void polls_wait_for_the_pause_and_for_their_own_rate() {
    Gate polled = gate(Limits.builder().polls(new Rate(2, seconds(10))).build());
    assertThat(polled.pollPause()).isZero();
    assertThat(polled.pollPause()).isZero();
    assertThat(polled.pollPause()).isEqualTo(seconds(10));
    assertThat(polled.pollPause()).isEqualTo(seconds(10));
    assertThat(polled.pollPause()).isEqualTo(seconds(20));

    polled.coolDown(Optional.of(seconds(100)));
    assertThat(polled.pollPause()).isEqualTo(seconds(100));
    assertThat(enter()).isCompleted();
  }

  @Test
  void polls_that_wait_for_the_same_moment_do_not_come_together() {
    Gate unlimited = new Gate(new Account("fal", ""), Limits.none(), clock, new Random(5));
    assertThat(unlimited.pollPause()).isZero();
    unlimited.coolDown(Optional.of(seconds(10)));

    assertThat(java.util.stream.Stream.generate(unlimited::pollPause).limit(20).distinct())
        .hasSizeGreaterThan(15)
        .allMatch(pause -> pause.compareTo(seconds(10)) >= 0)
        .allMatch(pause -> pause.compareTo(seconds(12)) <= 0);
  }

  @Test
  void a_vendor_that_is_not_reachable_is_left_alone_and_nobody_waits_for_it() {
    fail(4);
    assertThat(enter()).isCompleted();
    fail(1);
    clock.advance(seconds(2.5));

    MediaException why = failure(enter());

    assertThat(why.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(why.retryable()).isTrue();
    assertThat(why.billing()).isEqualTo(Billing.NONE);
    assertThat(why.retryAfter()).hasValue(seconds(27.5));
    assertThat(why)
        .hasMessageContaining("fal was not reachable 5 times in a row; next try in 27.5 s");
    assertThat(gate.pollPause()).isEqualTo(seconds(27.5));
  }

  @Test
  void failures_far_apart_and_failures_between_answers_are_no_outage() {
    for (int i = 0; i < 20; i++) {
      fail(1);
      assertThat(enter()).isCompleted();
      clock.advance(seconds(15.1));
    }
    for (int i = 0; i < 20; i++) {
      gate.succeeded();
      fail(4);
    }
    assertThat(enter()).isCompleted();
    gate.coolDown(Optional.of(seconds(1))); // «Too many» is an answer as well.
    fail(4);
    clock.advance(seconds(1));
    assertThat(enter()).isCompleted();
  }

  @Test
  void after_a_rest_one_tries_and_when_it_is_answered_all_go() {
    fail(5);
    clock.advance(seconds(30));

    assertThat(enter()).isCompleted();
    Ticket second = enter();
    Ticket third = enter();
    assertThat(second).isNotDone();
    assertThat(gate.waitsFor().orElseThrow()).contains("being tried");

    gate.succeeded();
    assertThat(List.of(second, third)).allMatch(CompletableFuture::isDone);
    fail(4);
    assertThat(enter()).isCompleted();
  }

  @Test
  void when_the_one_that_tries_fails_the_others_are_told_and_the_rest_begins_anew() {
    fail(5);
    clock.advance(seconds(30));
    enter();
    Ticket second = enter();

    fail(1);

    assertThat(failure(second))
        .hasMessageContaining("fal was not reachable 6 times in a row; next try in 30.0 s");
    assertThat(failure(enter()).kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    clock.advance(seconds(30));
    assertThat(enter()).isCompleted();
  }

  @Test
  void one_that_tries_and_is_never_heard_of_again_does_not_block_the_way() {
    fail(5);
    clock.advance(seconds(30));
    enter();
    Ticket second = enter();
    Ticket third = enter();

    clock.advance(seconds(30));

    assertThat(second).isCompleted();
    assertThat(third).isNotDone();
  }

  @Test
  void what_was_under_way_when_it_opened_does_not_prolong_the_rest() {
    fail(5);
    clock.advance(seconds(20));
    fail(3);
    clock.advance(seconds(10));

    assertThat(enter()).isCompleted();
  }

  @Test
  void who_waits_for_a_place_is_told_of_an_outage_too() {
    Gate full = gate(Limits.builder().jobsInFlight(1).build());
    full.enter(clock.now().plusSeconds(60));
    Ticket waiting = full.enter(clock.now().plusSeconds(60));

    for (int i = 0; i < 5; i++) {
      full.failed();
    }

    assertThat(failure(waiting).kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(full.waiting()).isZero();
    assertThat(full.inFlight()).isEqualTo(1);
  }

  @Test
  void an_account_is_named_where_there_are_several() {
    Gate spare = new Gate(new Account("fal", "spare"), Limits.none(), clock, () -> 0L);
    for (int i = 0; i < 5; i++) {
      spare.failed();
    }

    assertThat(failure(spare.enter(clock.now().plusSeconds(60))))
        .hasMessageContaining("fal (account spare) was not reachable");
  }
}
