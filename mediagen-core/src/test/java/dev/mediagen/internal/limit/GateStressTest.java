// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.Limits;
import dev.mediagen.Limits.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order, some things always hold. */
class GateStressTest {
  private static final int MOST = 5;
  private static final int PER_WINDOW = 20;
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final Limits LIMITS =
      Limits.builder().jobsInFlight(MOST).requests(new Rate(PER_WINDOW, WINDOW)).build();

  private final ManualClock clock = new ManualClock();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void limits_order_and_places_are_kept(long seed) {
    Random random = new Random(seed);
    Gate gate = new Gate(new Account("fal", ""), LIMITS, clock, random);
    Deque<Permit> running = new ArrayDeque<>();
    List<Integer> passed = new ArrayList<>();
    List<Instant> moments = new ArrayList<>();
    List<Ticket> tickets = new ArrayList<>();

    for (int i = 0; i < 3_000; i++) {
      switch (random.nextInt(9)) {
        case 0, 1, 2 -> {
          int number = tickets.size();
          Ticket ticket = gate.enter(clock.now().plusSeconds(1 + random.nextInt(300)));
          tickets.add(ticket);
          ticket.thenAccept(
              permit -> {
                running.add(permit);
                passed.add(number);
                moments.add(clock.now());
              });
        }
        case 3, 4 -> {
          if (!running.isEmpty()) {
            Permit ended = running.poll();
            ended.release();
            ended.release();
          }
        }
        case 5 -> {
          if (!tickets.isEmpty()) {
            tickets.get(random.nextInt(tickets.size())).cancel(false);
          }
        }
        case 6 -> clock.advance(Duration.ofMillis(random.nextInt(5_000)));
        case 7 -> clock.advance(Duration.ofMillis(random.nextInt(50)));
        default -> {
          if (random.nextInt(20) == 0) {
            gate.coolDown(Optional.of(Duration.ofSeconds(random.nextInt(20))));
          }
        }
      }
      assertThat(gate.inFlight()).isEqualTo(running.size()).isLessThanOrEqualTo(MOST);
      assertThat(gate.waiting()).isEqualTo((int) tickets.stream().filter(t -> !t.isDone()).count());
    }

    assertThat(passed).isSorted().hasSizeGreaterThan(100);
    for (int i = PER_WINDOW; i < moments.size(); i++) {
      assertThat(Duration.between(moments.get(i - PER_WINDOW), moments.get(i)))
          .isGreaterThanOrEqualTo(WINDOW);
    }
    finish(gate, running);
    assertThat(tickets).allMatch(Ticket::isDone);
  }

  /** When all jobs end in time, nobody waits for ever and no place is lost. */
  private void finish(Gate gate, Deque<Permit> running) {
    for (int i = 0; i < 1_000 && gate.waiting() + gate.inFlight() > 0; i++) {
      for (int ended = running.size(); ended > 0; ended--) {
        running.remove().release();
      }
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(gate.inFlight()).isZero();
    assertThat(gate.waiting()).isZero();
    assertThat(clock.due()).isZero();
  }

  @Test
  void threads_do_not_lose_a_place_between_them() throws Exception {
    Gate gate =
        new Gate(
            new Account("fal", ""),
            Limits.builder().jobsInFlight(MOST).waiting(100_000).build(),
            clock,
            new Random(1));
    int threads = 4;
    int each = 5_000;
    Instant deadline = clock.now().plusSeconds(3600);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        Random random = new Random(t);
        all.add(
            pool.submit(
                () -> {
                  start.await();
                  for (int i = 0; i < each; i++) {
                    Ticket ticket = gate.enter(deadline);
                    ticket.whenComplete(
                        (permit, failure) -> {
                          if (failure == null) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            inside.decrementAndGet();
                            permit.release();
                          }
                          done.incrementAndGet();
                        });
                    if (random.nextInt(4) == 0) {
                      ticket.cancel(false);
                    }
                  }
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> one : all) {
        one.get(20, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(done.get()).isEqualTo(threads * each);
    assertThat(most.get()).isBetween(1, MOST);
    assertThat(gate.inFlight()).isZero();
    assertThat(gate.waiting()).isZero();
  }
}
