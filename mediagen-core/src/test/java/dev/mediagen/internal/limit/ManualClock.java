// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import dev.mediagen.spi.JobClock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** Time that a test turns by hand, on its own thread. Not thread-safe. */
final class ManualClock implements JobClock {
  private record Due(Instant at, long order) {}

  private final TreeMap<Due, Runnable> tasks =
      new TreeMap<>(java.util.Comparator.comparing(Due::at).thenComparing(Due::order));
  private long order;
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Scheduled after(Duration delay, Runnable task) {
    Due due = new Due(now.plus(delay), order++);
    tasks.put(due, task);
    return () -> tasks.remove(due);
  }

  /** Lets time pass, and everything happen that falls due. */
  void advance(Duration time) {
    Instant until = now.plus(time);
    while (!tasks.isEmpty() && !tasks.firstKey().at().isAfter(until)) {
      var next = tasks.pollFirstEntry();
      now = next.getKey().at().isAfter(now) ? next.getKey().at() : now;
      next.getValue().run();
    }
    now = until;
  }

  /** Sets the clock, as a time server may; what is due later is as far away as before. */
  void set(Duration forward) {
    TreeMap<Due, Runnable> old = new TreeMap<>(tasks);
    tasks.clear();
    old.forEach((due, task) -> tasks.put(new Due(due.at().plus(forward), due.order()), task));
    now = now.plus(forward);
  }

  /** How many things are to happen. */
  int due() {
    return tasks.size();
  }
}
