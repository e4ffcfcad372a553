// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The jobs a client follows at the moment, to be found by whatever name news call them. */
final class OpenJobs implements AutoCloseable {
  /**
   * How many jobs are remembered that are not followed any more, or not yet, so that news of them
   * are known for what they are.
   */
  private static final int REMEMBERED = 10_000;

  private final Map<String, FollowedJob> byName = new ConcurrentHashMap<>();
  private final Set<String> ended = newest();
  private final Set<String> early = newest();

  private static Set<String> newest() {
    return Collections.newSetFromMap(
        Collections.synchronizedMap(
            new LinkedHashMap<>() {
              @Override
              protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > REMEMBERED;
              }
            }));
  }

  FollowedJob add(FollowedJob job) {
    JobHandle handle = job.handle();
    String own = handle.clientId().orElse("");
    String vendors = name(handle.model().provider(), handle.jobId());
    byName.put(vendors, job);
    if (!own.isEmpty()) {
      byName.put(own, job);
    }
    return job;
  }

  /** A job has ended, or is followed no longer. */
  void ended(FollowedJob job) {
    JobHandle handle = job.handle();
    String own = handle.clientId().orElse("");
    String vendors = name(handle.model().provider(), handle.jobId());
    byName.remove(vendors, job);
    byName.remove(own, job);
    ended.add(vendors);
    ended.add(own);
  }

  /**
   * News came of a job that is not followed. A quick vendor may send them before its own answer to
   * the submission is read; then the job is asked for as soon as it is known.
   */
  void heardOf(String provider, String jobIdOrClientId) {
    early.add(name(provider, jobIdOrClientId));
  }

  /** Whether there were news of a job before it was followed; forgets them. */
  boolean heardBefore(JobHandle handle) {
    String provider = handle.model().provider();
    boolean vendors = early.remove(name(provider, handle.jobId()));
    boolean own = early.remove(name(provider, handle.clientId().orElse("")));
    return vendors || own;
  }

  /** The job by the id this library gave its submission. */
  Optional<FollowedJob> own(String clientId) {
    return Optional.ofNullable(byName.get(clientId));
  }

  /** The job by the vendor's id of it. */
  Optional<FollowedJob> vendors(String provider, String jobId) {
    return Optional.ofNullable(byName.get(name(provider, jobId)));
  }

  /** Whether a job of this name was followed here and has ended. */
  boolean hasEnded(String provider, String jobIdOrClientId) {
    return ended.contains(jobIdOrClientId) || ended.contains(name(provider, jobIdOrClientId));
  }

  private static String name(String provider, String jobId) {
    return provider + "/" + jobId;
  }

  /** Whoever still waits is told; the jobs themselves go on. */
  @Override
  public void close() {
    byName.values().forEach(FollowedJob::abandon);
  }
}
