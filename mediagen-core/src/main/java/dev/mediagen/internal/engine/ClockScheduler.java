// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.failsafe.spi.Scheduler;
import dev.mediagen.spi.JobClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Lets retries wait by the client's clock, so that one thread keeps all time. */
final class ClockScheduler implements Scheduler {
  private final JobClock clock;

  ClockScheduler(JobClock clock) {
    this.clock = clock;
  }

  @Override
  public ScheduledFuture<?> schedule(Callable<?> task, long delay, TimeUnit unit) {
    long nanos = unit.toNanos(delay);
    Later later = new Later(nanos);
    if (nanos <= 0) {
      later.run(task);
      return later;
    }
    JobClock.Scheduled scheduled = clock.after(Duration.ofNanos(nanos), () -> later.run(task));
    later.whenComplete(
        (value, failure) -> {
          if (later.isCancelled()) {
            scheduled.cancel();
          }
        });
    return later;
  }

  private static final class Later extends CompletableFuture<Object>
      implements ScheduledFuture<Object> {
    private final long nanos;

    Later(long nanos) {
      this.nanos = nanos;
    }

    void run(Callable<?> task) {
      try {
        complete(task.call());
      } catch (Exception e) {
        completeExceptionally(e);
      }
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(nanos, other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
