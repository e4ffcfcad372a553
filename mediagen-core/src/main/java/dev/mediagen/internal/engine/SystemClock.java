// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.spi.JobClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The real time, with one daemon thread on which everything that waits is started. */
final class SystemClock implements JobClock, AutoCloseable {
  private final ScheduledExecutorService timer;

  SystemClock() {
    ScheduledThreadPoolExecutor pool =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = Executors.defaultThreadFactory().newThread(task);
              thread.setName("mediagen-clock");
              thread.setDaemon(true);
              return thread;
            });
    pool.setRemoveOnCancelPolicy(true);
    timer = pool;
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Scheduled after(Duration delay, Runnable task) {
    Future<?> future = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
