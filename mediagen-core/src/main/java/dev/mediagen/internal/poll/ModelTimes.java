// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of the last jobs of one model, and the schedule that follows from it. Thread-safe;
 * while one thread works out a new schedule, the others go on with the one before.
 */
final class ModelTimes {
  /** About ten kilobytes for each model. */
  private static final int REMEMBERED = 100;

  /** Two may agree by chance. */
  private static final int ENOUGH = 3;

  /** A schedule is worked out anew after a quarter more jobs, or after so many. */
  private static final int OFTEN = 10;

  private final List<Observed> jobs = new ArrayList<>(); // Guarded by this, as the next two.
  private int fresh;
  private boolean planning;
  private volatile @Nullable LearnedSchedule schedule;

  /** Takes over what was seen in another life. */
  static ModelTimes of(List<Observed> jobs) {
    ModelTimes times = new ModelTimes();
    times.jobs.addAll(jobs.subList(Math.max(0, jobs.size() - REMEMBERED), jobs.size()));
    times.fresh = jobs.size();
    return times;
  }

  /** The schedule by now; none before enough was seen. */
  @Nullable LearnedSchedule schedule() {
    if (schedule == null) {
      planIfDue();
    }
    return schedule;
  }

  void add(Observed job) {
    synchronized (this) {
      jobs.add(job);
      fresh++;
      if (Drift.seen(jobs)) {
        jobs.subList(0, jobs.size() - Drift.NEWEST).clear();
        fresh = jobs.size();
      } else if (jobs.size() > REMEMBERED) {
        jobs.remove(0);
      }
    }
    planIfDue();
  }

  synchronized List<Observed> jobs() {
    return List.copyOf(jobs);
  }

  private void planIfDue() {
    List<Observed> seen;
    synchronized (this) {
      if (planning || jobs.size() < ENOUGH || fresh < Math.min(OFTEN, jobs.size() / 4 + 1)) {
        return;
      }
      planning = true;
      fresh = 0;
      seen = List.copyOf(jobs);
    }
    try {
      schedule = new LearnedSchedule(seen);
    } finally {
      synchronized (this) {
        planning = false;
      }
    }
  }
}
