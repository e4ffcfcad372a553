// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.local.sketch.model.Input;
import dev.mediagen.local.sketch.model.SketchModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All jobs that are known: those that wait, run, and are kept after their end. Thread-safe. */
final class Jobs {
  private final Clock clock;
  private final FileShelf shelf;
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final List<Job> waiting = new ArrayList<>();
  private final RecentNames expired = new RecentNames();

  Jobs(Clock clock, FileShelf shelf) {
    this.clock = clock;
    this.shelf = shelf;
  }

  /** Adds a job, or finds the one that has been added under the same id. */
  Job submit(String id, SketchModel model, ObjectNode input, Consumer<Job> start) {
    String digest = JobOrder.digest(model.card(), input);
    Optional<Job> before = known(id, digest);
    if (before.isPresent()) {
      return before.get();
    }
    SketchModel.Work work = model.plan(new Input(input, new IncomingMedia(shelf)));
    Job job = new Job(JobOrder.of(id, model.card(), input, clock.instant()), work, clock);
    synchronized (this) {
      before = known(id, digest);
      if (before.isPresent()) {
        return before.get();
      }
      if (waiting.size() >= Limits.QUEUE) {
        throw Refusal.of(
            429, "queue_full", "All " + Limits.QUEUE + " places of the queue are taken");
      }
      jobs.put(id, job);
      expired.remove(id);
      waiting.add(job);
    }
    start.accept(job);
    return job;
  }

  private synchronized Optional<Job> known(String id, String digest) {
    sweep();
    Optional<Job> job = Optional.ofNullable(jobs.get(id));
    if (job.isPresent() && !job.get().order().digest().equals(digest)) {
      throw Refusal.of(
          409, "id_reuse", "The id " + id + " has been used for another model or input");
    }
    return job;
  }

  /**
   * The job of that id.
   *
   * @throws Refusal 410 if it is no longer kept, 404 if there never was one
   */
  synchronized Job get(String id) {
    sweep();
    expired.refuse(id);
    Job job = jobs.get(id);
    if (job == null) {
      throw Refusal.unknown("The prediction " + id);
    }
    return job;
  }

  /** Takes the job out of the queue; false if it is there no more. */
  synchronized boolean take(Job job) {
    return waiting.remove(job);
  }

  synchronized int queued() {
    return waiting.size();
  }

  /** The place in the queue, counted from 1; empty if the job does not wait. */
  synchronized @Nullable Integer position(Job job) {
    int place = waiting.indexOf(job);
    return place < 0 ? null : place + 1;
  }

  void cancel(Job job) {
    take(job);
    job.cancel();
  }

  void forget(Job job) {
    cancel(job);
    job.files().forEach(shelf::remove);
    synchronized (this) {
      jobs.remove(job.order().id(), job);
    }
  }

  synchronized void cancelAll() {
    waiting.clear();
    jobs.values().forEach(Job::cancel);
  }

  private void sweep() {
    Instant now = clock.instant();
    for (Job job : List.copyOf(jobs.values())) {
      Instant until = job.expiresAt();
      boolean tooMany = jobs.size() > Limits.KEPT_JOBS;
      if (until != null && (tooMany || !until.isAfter(now))) {
        jobs.remove(job.order().id());
        job.files().forEach(shelf::expire);
        expired.add(job.order().id());
      }
    }
  }
}
