// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import dev.mediagen.spi.JobClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that passes only when a test says so. Give it to {@code MediaClient.builder().clock(clock)}
 * and wait for futures with {@link #await}: pauses take no time at all, and the order of events is
 * the same in every run. Thread-safe.
 *
 * <pre>{@code
 * FakeClock clock = new FakeClock();
 * MediaClient client = MediaClient.builder().clock(clock).build();
 * ImageResult result = clock.await(client.generate(request));
 * }</pre>
 */
public final class FakeClock implements JobClock {
  /** How long a test may really wait for something outside the clock before it has failed. */
  private static final long PATIENCE_SECONDS = 20;

  private record Task(Instant at, long order, Runnable run) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::order));
  private final AtomicLong order = new AtomicLong();
  private Instant now;

  /** A clock that shows noon on 20 November 2026. */
  public FakeClock() {
    this(Instant.parse("2026-11-20T12:00:00Z"));
  }

  /** A clock that shows this time. */
  public FakeClock(Instant now) {
    this.now = now;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Scheduled after(Duration delay, Runnable run) {
    Instant at = now.plus(delay.isNegative() ? Duration.ZERO : delay);
    Task task = new Task(at, order.incrementAndGet(), run);
    tasks.add(task);
    notifyAll();
    return () -> remove(task);
  }

  private synchronized void remove(Task task) {
    tasks.remove(task);
  }

  /** Lets time pass, and everything happen that falls due. */
  public void advance(Duration time) {
    Instant until = now().plus(time);
    while (true) {
      Task next = due(until);
      if (next == null) {
        break;
      }
      next.run().run();
    }
  }

  private synchronized @org.jspecify.annotations.Nullable Task due(Instant until) {
    Task next = tasks.peek();
    if (next == null || next.at().isAfter(until)) {
      now = until;
      return null;
    }
    tasks.poll();
    now = next.at().isAfter(now) ? next.at() : now;
    return next;
  }

  /**
   * The outcome of a future. Whenever nothing else can happen, time jumps to the next thing that is
   * due; so it never waits for a pause, only for real input and output.
   */
  public <T> T await(CompletableFuture<T> future) {
    future.whenComplete((value, failure) -> wake());
    while (true) {
      Task next = next(future);
      if (next == null) {
        return value(future);
      }
      next.run().run();
    }
  }

  /** Waits in real time until there is something to come, and lets it happen now. */
  void hurry() throws InterruptedException {
    Task next;
    synchronized (this) {
      while (tasks.isEmpty()) {
        wait();
      }
      next = tasks.poll();
      now = next.at().isAfter(now) ? next.at() : now;
    }
    next.run().run();
  }

  private synchronized void wake() {
    notifyAll();
  }

  private synchronized @org.jspecify.annotations.Nullable Task next(CompletableFuture<?> future) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!future.isDone()) {
      Task next = tasks.poll();
      if (next != null) {
        now = next.at().isAfter(now) ? next.at() : now;
        return next;
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(
            "nothing happened for " + PATIENCE_SECONDS + " s, and nothing is due");
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting", e);
      }
    }
    return null;
  }

  private static <T> T value(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
