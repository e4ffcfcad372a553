// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a user follows: one job, or the several that a request was split into, as if it were one.
 */
final class EngineJob<R extends MediaResult> implements MediaJob<R> {
  private final List<FollowedJob> parts;
  private final CompletableFuture<R> result;
  private final AtomicReference<@Nullable Runnable> asked;

  EngineJob(List<FollowedJob> parts, CompletableFuture<R> result) {
    this(parts, result, () -> {});
  }

  /**
   * A job.
   *
   * @param asked done once, when somebody first asks for the result
   */
  EngineJob(List<FollowedJob> parts, CompletableFuture<R> result, Runnable asked) {
    this.parts = List.copyOf(parts);
    this.result = result;
    this.asked = new AtomicReference<>(asked);
  }

  @Override
  public JobHandle handle() {
    return parts.get(0).handle();
  }

  @Override
  public List<JobHandle> handles() {
    return parts.stream().map(FollowedJob::handle).toList();
  }

  @Override
  public JobStatus status() {
    if (parts.size() == 1) {
      return parts.get(0).status();
    }
    List<JobStatus> all = parts.stream().map(FollowedJob::status).toList();
    JobStatus slowest =
        all.stream().filter(status -> !status.state().terminal()).findFirst().orElse(all.get(0));
    double progress =
        all.stream()
            .mapToDouble(s -> s.state() == JobState.SUCCEEDED ? 1 : s.progress().orElse(0.0))
            .average()
            .orElse(0);
    return JobStatus.builder().from(slowest).progress(Optional.of(progress)).build();
  }

  @Override
  public CompletableFuture<R> result() {
    Runnable first = asked.getAndSet(null);
    if (first != null) {
      first.run();
    }
    return result.copy();
  }

  @Override
  public CompletableFuture<CancelOutcome> cancel() {
    List<CompletableFuture<CancelOutcome>> all = parts.stream().map(FollowedJob::cancel).toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                all.stream().map(CompletableFuture::join).reduce(EngineJob::least).orElseThrow());
  }

  /** Of several answers the one that promises least. */
  private static CancelOutcome least(CancelOutcome a, CancelOutcome b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
