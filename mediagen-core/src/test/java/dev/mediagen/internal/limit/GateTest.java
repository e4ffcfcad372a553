// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.Limits;
import dev.mediagen.Limits.Rate;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Places, rates and the line before them. */
class GateTest {
  private final ManualClock clock = new ManualClock();

  private Gate gate(Limits limits) {
    return new Gate(new Account("fal", ""), limits, clock, () -> 0L);
  }

  private Gate jobs(int most) {
    return gate(Limits.builder().jobsInFlight(most).build());
  }

  private Ticket enter(Gate gate) {
    return gate.enter(in(3600));
  }

  private Instant in(int seconds) {
    return clock.now().plusSeconds(seconds);
  }

  private static MediaException failure(CompletableFuture<?> future) {
    assertThat(future).isCompletedExceptionally();
    return (MediaException) future.handle((value, failure) -> failure).join();
  }

  @Test
  void without_limits_everything_passes_and_nothing_is_kept() {
    Gate gate = gate(Limits.none());

    Ticket first = enter(gate);

    assertThat(first).isCompleted().isSameAs(enter(gate));
    first.join().release();
    assertThat(gate.inFlight()).isZero();
    assertThat(clock.due()).isZero();
  }

  @Test
  void who_finds_no_place_waits_for_the_end_of_a_job() {
    Gate gate = jobs(2);
    Permit one = enter(gate).join();
    enter(gate).join();
    Ticket third = enter(gate);
    Ticket fourth = enter(gate);
    assertThat(third).isNotDone();
    assertThat(third.position()).hasValue(0);
    assertThat(fourth.position()).hasValue(1);
    assertThat(gate.waitsFor()).hasValue("at most 2 jobs in flight");

    one.release();

    assertThat(third).isCompleted();
    assertThat(third.position()).isEqualTo(OptionalInt.empty());
    assertThat(fourth).isNotDone();
    assertThat(fourth.position()).hasValue(0);
  }

  @Test
  void a_permit_that_is_released_twice_makes_one_place() {
    Gate gate = jobs(1);
    Permit permit = enter(gate).join();
    Ticket second = enter(gate);
    Ticket third = enter(gate);

    permit.release();
    permit.release();

    assertThat(second).isCompleted();
    assertThat(third).isNotDone();
    assertThat(gate.inFlight()).isEqualTo(1);
  }

  @Test
  void jobs_found_again_may_be_too_many_and_new_ones_wait_for_room() {
    Gate gate = jobs(2);
    List<Permit> recovered = List.of(gate.occupy(), gate.occupy(), gate.occupy());
    Ticket next = enter(gate);

    recovered.get(0).release();
    assertThat(gate.inFlight()).isEqualTo(2);
    assertThat(next).isNotDone();

    recovered.get(1).release();
    assertThat(next).isCompleted();
  }

  @Test
  void who_cancels_leaves_the_line_and_frees_nothing() {
    Gate gate = jobs(1);
    Permit permit = enter(gate).join();
    Ticket second = enter(gate);
    Ticket third = enter(gate);

    assertThat(second.cancel(false)).isTrue();

    assertThat(third.position()).hasValue(0);
    assertThat(third).isNotDone();
    assertThat(gate.inFlight()).isEqualTo(1);
    permit.release();
    assertThat(third).isCompleted();
    assertThat(third.cancel(false)).isFalse();
    assertThat(gate.inFlight()).isEqualTo(1);
  }

  /** The place had been given to somebody who no longer wanted it, and was lost. */
  @Test
  void a_future_completed_by_others_leaves_its_place_to_the_next() {
    Gate gate = jobs(1);
    Permit permit = enter(gate).join();
    enter(gate).completeExceptionally(new IllegalStateException("given up"));
    Ticket third = enter(gate);

    permit.release();

    assertThat(third).isCompleted();
    third.join().release();
    assertThat(gate.inFlight()).isZero();
  }

  @Test
  void a_rate_lets_a_burst_through_and_then_as_many_as_leave_the_window() {
    Gate gate = gate(Limits.builder().requests(new Rate(2, Duration.ofSeconds(10))).build());
    assertThat(enter(gate)).isCompleted();
    clock.advance(Duration.ofSeconds(4));
    assertThat(enter(gate)).isCompleted();
    Ticket third = enter(gate);
    Ticket fourth = enter(gate);
    assertThat(gate.waitsFor()).hasValue("at most 2 per 10.0 s");

    clock.advance(Duration.ofSeconds(6).minusNanos(1));
    assertThat(third).isNotDone();
    clock.advance(Duration.ofNanos(1));
    assertThat(third).isCompleted();
    assertThat(fourth).isNotDone();
    clock.advance(Duration.ofSeconds(4));
    assertThat(fourth).isCompleted();
    assertThat(clock.due()).isZero();
  }

  @Test
  void a_clock_that_is_set_back_does_not_make_anybody_wait_again() {
    Gate gate = gate(Limits.builder().requests(Rate.perSecond(1)).build());
    enter(gate);
    clock.set(Duration.ofHours(-1));
    Ticket next = gate.enter(in(5));

    clock.advance(Duration.ofSeconds(1));

    assertThat(next).isCompleted();
  }

  @Test
  void who_waits_beyond_the_deadline_is_told_that_nothing_was_sent() {
    Gate gate = jobs(1);
    Permit permit = enter(gate).join();
    Ticket late = gate.enter(in(60));
    Ticket patient = gate.enter(in(90));

    clock.advance(Duration.ofSeconds(60));

    MediaException why = failure(late);
    assertThat(why.kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(why.billing()).isEqualTo(Billing.NONE);
    assertThat(why).hasMessageContaining("at most 1 jobs in flight");
    assertThat(patient.position()).hasValue(0);
    permit.release();
    assertThat(patient).isCompleted();
    assertThat(gate.waiting()).isZero();
    assertThat(clock.due()).isZero();
  }

  @Test
  void what_nobody_waits_for_any_more_does_not_even_join() {
    assertThat(failure(jobs(1).enter(clock.now())).kind()).isEqualTo(ErrorKind.TIMEOUT);
  }

  @Test
  void when_too_many_wait_the_next_is_refused_for_free() {
    Gate gate = gate(Limits.builder().jobsInFlight(1).waiting(2).build());
    enter(gate);
    Ticket second = enter(gate);
    enter(gate);

    MediaException why = failure(enter(gate));

    assertThat(why.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(why.billing()).isEqualTo(Billing.NONE);
    assertThat(why.retryable()).isTrue();
    assertThat(why)
        .hasMessageContaining("2 submissions to fal wait already")
        .hasMessageContaining("at most 1 jobs in flight");
    second.cancel(false);
    assertThat(enter(gate)).isNotDone();
  }

  @Test
  void what_goes_on_when_a_place_is_given_may_enter_and_release() {
    Gate gate = jobs(1);
    Permit permit = enter(gate).join();
    List<String> seen = new ArrayList<>();
    enter(gate)
        .thenAccept(
            second -> {
              seen.add("second");
              enter(gate).thenAccept(third -> seen.add("third"));
              second.release();
              seen.add("second released");
            });

    permit.release();

    assertThat(seen).containsExactly("second", "second released", "third");
  }

  @Test
  void nobody_is_told_anything_while_the_gate_is_locked() {
    Gate gate = jobs(1);
    Permit permit = enter(gate).join();
    List<CompletableFuture<Boolean>> told = new ArrayList<>();
    for (Ticket ticket : List.of(gate.enter(in(10)), enter(gate), enter(gate), enter(gate))) {
      told.add(ticket.handle((next, failure) -> Thread.holdsLock(gate)));
      if (told.size() == 2) {
        ticket.cancel(false);
      }
    }

    clock.advance(Duration.ofSeconds(10));
    permit.release();
    gate.close();

    assertThat(told).allSatisfy(one -> assertThat(one).isCompletedWithValue(false));
  }

  /** A deadline or a pause as long as there is may not overflow into the past. */
  @Test
  void a_deadline_may_be_as_far_away_as_there_is_time() {
    Gate gate = jobs(1);
    gate.coolDown(Optional.of(Duration.ofSeconds(Long.MAX_VALUE)));
    Ticket patient = gate.enter(Instant.MAX);

    clock.advance(Duration.ofDays(365));

    assertThat(patient).isNotDone();
    assertThat(failure(gate.enter(Instant.MIN)).kind()).isEqualTo(ErrorKind.TIMEOUT);
  }

  /** Each end of a job began the next inside itself, until the stack was full. */
  @Test
  void a_long_line_does_not_become_a_deep_stack() {
    Gate gate = jobs(1);
    Permit permit = enter(gate).join();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < Limits.WAITING; i++) {
      int number = i;
      enter(gate)
          .thenAccept(
              next -> {
                order.add(number);
                next.release();
              });
    }

    permit.release();

    assertThat(order).hasSize(Limits.WAITING).isSorted();
    assertThat(gate.inFlight()).isZero();
  }

  @Test
  void closing_tells_whoever_waits_and_whoever_comes() {
    Gates gates = new Gates(clock);
    Gate gate = gates.of("fal", "", Limits.builder().jobsInFlight(1).build());
    enter(gate);
    Ticket waiting = enter(gate);

    gates.close();

    assertThat(failure(waiting).kind()).isEqualTo(ErrorKind.CANCELED);
    assertThat(failure(enter(gate)).kind()).isEqualTo(ErrorKind.CANCELED);
    assertThat(clock.due()).isZero();
  }

  @Test
  void there_is_one_gate_for_each_account() {
    Gates gates = new Gates(clock);
    Gate gate = gates.of("fal", "a", Limits.none());

    assertThat(gates.of("fal", "a", Limits.none())).isSameAs(gate);
    assertThat(gates.of("fal", "b", Limits.none())).isNotSameAs(gate);
    assertThat(gates.of("bfl", "a", Limits.none())).isNotSameAs(gate);
  }
}
