// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.internal.limit.Gate;
import dev.mediagen.internal.poll.PollPlan;
import dev.mediagen.internal.poll.PollPlans;
import dev.mediagen.spi.JobClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When one job is asked for: by its plan, by what the vendor wants, within its limits, and never
 * beyond the deadline. Remembers what the questions teach of how long such jobs take. Thread-safe.
 */
final class Rounds {
  /** Between the last question and the deadline, so that no job ends without one. */
  private static final Duration BREATH = Duration.ofMillis(100);

  private final JobClock clock;
  private final Gate gate;
  private final PollPlan plan;
  private final Instant begun;
  private final Instant deadline;
  private final Runnable ask;

  // Guarded by this.
  private JobClock.@Nullable Scheduled next;
  private boolean urgent;
  private boolean stopped;
  private @Nullable Duration notDone;

  /**
   * The rounds of a job.
   *
   * @param ask asks the vendor; never called by two threads for one round
   */
  Rounds(JobClock clock, Gate gate, PollPlan plan, JobHandle job, Instant deadline, Runnable ask) {
    this.clock = clock;
    this.gate = gate;
    this.plan = plan;
    this.begun = job.createdAt();
    this.deadline = deadline;
    this.ask = ask;
  }

  /**
   * Asks after a pause.
   *
   * @param vendorAsks the pause the vendor wants
   * @param remaining how long the vendor says the job still takes
   * @param pushed whether news come by themselves, so that questions are only a safety net
   */
  void later(Optional<Duration> vendorAsks, Optional<Duration> remaining, boolean pushed) {
    after(
        pushed
            ? plan.nextBesidesPush(waited(), vendorAsks)
            : plan.next(waited(), vendorAsks, remaining),
        false);
  }

  /** Asks at once, whatever was planned. */
  void now() {
    after(Duration.ZERO, true);
  }

  private void after(Duration pause, boolean urgently) {
    Duration last = left().compareTo(BREATH) > 0 ? left().minus(BREATH) : left();
    set(pause.compareTo(last) > 0 ? last : pause, urgently, () -> due(urgently));
  }

  /** It is time, as far as the job is concerned; the vendor may need a pause. */
  private void due(boolean urgently) {
    synchronized (this) {
      urgent = false;
    }
    Duration pause = gate.pollPause();
    if (pause.isZero()) {
      ask.run();
    } else {
      set(pause.compareTo(left()) > 0 ? left() : pause, urgently, ask);
    }
  }

  /** What is to be asked at once is not put off by what was known before. */
  private synchronized void set(Duration pause, boolean urgently, Runnable then) {
    if (stopped || (urgent && !urgently)) {
      return;
    }
    if (next != null) {
      next.cancel();
    }
    urgent = urgently;
    next = clock.after(pause, then);
  }

  /** No more questions. */
  synchronized void stop() {
    stopped = true;
    if (next != null) {
      next.cancel();
      next = null;
    }
  }

  /** How long the job has been waited for. */
  Duration waited() {
    return Duration.between(begun, clock.now());
  }

  /** How long it still may be waited for; not above zero when the time is over. */
  Duration left() {
    return Duration.between(clock.now(), deadline);
  }

  /** The vendor said just now that the job is not done. */
  synchronized void notDone() {
    notDone = waited();
  }

  /**
   * The job is done: what its questions taught is learned.
   *
   * @param told whether the vendor said so by itself, and so at once
   * @param fromTheStart whether the job was followed from its beginning; else only an earlier
   *     question says anything of when it was not yet done
   */
  void done(PollPlans plans, JobHandle job, boolean told, boolean fromTheStart) {
    Duration done = waited();
    Duration before;
    synchronized (this) {
      before = notDone;
    }
    if (told) {
      plans.learn(job.model(), done, done);
    } else if (before != null || fromTheStart) {
      plans.learn(job.model(), before == null ? Duration.ZERO : before, done);
    }
  }
}
