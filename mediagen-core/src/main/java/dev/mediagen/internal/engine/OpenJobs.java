// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The jobs a client follows at the moment. */
final class OpenJobs implements AutoCloseable {
  private final Set<FollowedJob> jobs = ConcurrentHashMap.newKeySet();

  FollowedJob add(FollowedJob job) {
    jobs.add(job);
    job.done().whenComplete((done, failure) -> jobs.remove(job));
    return job;
  }

  /** Whoever still waits is told; the jobs themselves go on. */
  @Override
  public void close() {
    jobs.forEach(FollowedJob::abandon);
  }
}
