// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.mediagen.local.sketch.model.Progress;
import dev.mediagen.local.sketch.model.SketchModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One prediction: what was asked, how far it is and what came of it. Thread-safe. */
final class Job implements Progress {
  /** Smaller steps are not worth waking those who wait. */
  private static final double TOLD_STEP = 0.04;

  private final JobOrder order;
  private final SketchModel.Work work;
  private final Clock clock;
  private JobState state = JobState.STARTING;
  private long version;
  private boolean unwanted;

  Job(JobOrder order, SketchModel.Work work, Clock clock) {
    this.order = order;
    this.work = work;
    this.clock = clock;
  }

  JobOrder order() {
    return order;
  }

  SketchModel.Work work() {
    return work;
  }

  synchronized JobState state() {
    return state;
  }

  synchronized long version() {
    return version;
  }

  /** Turns to running; false if it is not wanted any more. */
  synchronized boolean begin() {
    if (state.ended()) {
      return false;
    }
    change(state.begun(clock.instant()));
    return true;
  }

  synchronized void succeed(ArrayNode output) {
    end(state.ended("succeeded", clock.instant(), output, null, null));
  }

  synchronized void fail(String errorCode, String error) {
    end(state.ended("failed", clock.instant(), null, error, errorCode));
  }

  synchronized void endCancelled() {
    end(state.ended("canceled", clock.instant(), null, null, null));
  }

  /** Asks a running job to stop, and ends one that has not begun. */
  synchronized void cancel() {
    unwanted = true;
    if (state.startedAt() == null) {
      endCancelled();
    }
    notifyAll();
  }

  /**
   * Says that nothing more is needed of a running job.
   *
   * @throws CancellationException if it is unwanted
   */
  synchronized void checkWanted() {
    if (unwanted) {
      throw new CancellationException("cancelled");
    }
  }

  @Override
  public synchronized void step(int step, int steps, String message) {
    checkWanted();
    JobState next = state.progressed(step, steps, message);
    if (next.value() >= state.toldValue() + TOLD_STEP || step == steps) {
      change(next.told());
    } else {
      state = next;
    }
  }

  @Override
  public synchronized void pause(Duration time) {
    try {
      long end = System.nanoTime() + time.toNanos();
      for (long left = time.toNanos(); left > 0 && !unwanted; left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      unwanted = true;
    }
    checkWanted();
  }

  /** Waits for a version after the given one, or for the end; false if the time ran out. */
  synchronized boolean awaitChange(long known, Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); version <= known; left = end - System.nanoTime()) {
      if (state.ended() || left <= 0) {
        return state.ended();
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  /** Waits for the end. */
  synchronized void awaitEnd(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); !state.ended() && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  private void end(JobState next) {
    if (!state.ended()) {
      change(next);
    }
  }

  private void change(JobState next) {
    state = next;
    version++;
    notifyAll();
  }

  /** The names of the files that it made. */
  synchronized List<String> files() {
    ArrayNode output = state.output();
    return output == null
        ? List.of()
        : output.findValuesAsText("url").stream().map(url -> url.replace("/files/", "")).toList();
  }

  @Nullable Instant expiresAt() {
    Instant completed = state().completedAt();
    return completed == null ? null : completed.plus(Limits.RETENTION);
  }
}
