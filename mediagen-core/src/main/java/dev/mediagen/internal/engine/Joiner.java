// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobReport;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaListener;
import dev.mediagen.MediaResult;
import dev.mediagen.catalog.Cost;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.Quote;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.spi.JobClock;
import dev.mediagen.spi.JobUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Makes one result of the jobs behind a request. */
final class Joiner {
  private final Assets assets;
  private final JobClock clock;

  Joiner(Assets assets, JobClock clock) {
    this.assets = assets;
    this.clock = clock;
  }

  /**
   * What was asked for.
   *
   * @param quotes what each of the jobs should cost
   * @param told who is told of each job's end
   */
  record Order(
      Provider provider,
      ModelSpec model,
      MediaKind kind,
      List<String> warnings,
      List<Quote> quotes,
      MediaListener told) {
    static Order of(Plan plan, List<Quote> quotes, MediaListener told) {
      return new Order(
          plan.provider(),
          plan.model(),
          plan.request().request().kind(),
          plan.warnings(),
          quotes,
          told);
    }
  }

  /**
   * The result, when all jobs have ended. Some outputs are better than none: as long as one job
   * succeeded, the failures of the others become warnings.
   *
   * @param lost what became of parts that could not even be started
   */
  CompletableFuture<MediaResult> join(
      Order order, List<FollowedJob> jobs, List<MediaException> lost, Instant start) {
    if (jobs.size() == 1 && lost.isEmpty()) {
      return only(order, jobs.get(0), start);
    }
    for (int i = 0; i < jobs.size(); i++) {
      FollowedJob job = jobs.get(i);
      Quote quote = order.quotes().get(i);
      job.done().whenComplete((settled, failure) -> report(order, job, quote, settled, failure));
    }
    List<CompletableFuture<Settled>> all = jobs.stream().map(FollowedJob::done).toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .handle(
            (done, failure) -> {
              List<Settled> settled = new ArrayList<>();
              List<MediaException> failed = new ArrayList<>(lost);
              List<Cost> costs = new ArrayList<>();
              for (int i = 0; i < all.size(); i++) {
                if (all.get(i).isCompletedExceptionally()) {
                  failed.add(Failures.wrap(cause(all.get(i)), order.model().id()));
                } else {
                  Settled one = all.get(i).join();
                  settled.add(one);
                  costs.add(Pricing.cost(one.cost(), order.model(), order.quotes().get(i)));
                }
              }
              if (settled.isEmpty()) {
                throw Failures.worst(failed);
              }
              return result(order, settled, costs, failed, start);
            });
  }

  /** The usual case, kept small: ten thousand of these may wait. */
  private CompletableFuture<MediaResult> only(Order order, FollowedJob job, Instant start) {
    return job.done()
        .handle(
            (settled, failure) -> {
              Quote quote = order.quotes().get(0);
              report(order, job, quote, settled, failure);
              if (failure != null) {
                throw Failures.wrap(failure, order.model().id());
              }
              Cost cost = Pricing.cost(settled.cost(), order.model(), quote);
              return result(order, List.of(settled), List.of(cost), List.of(), start);
            });
  }

  private void report(
      Order order,
      FollowedJob job,
      Quote quote,
      @Nullable Settled settled,
      @Nullable Throwable failure) {
    JobReport.Builder report =
        JobReport.builder()
            .job(job.handle())
            .state(job.status().state())
            .elapsed(Duration.between(job.handle().createdAt(), clock.now()))
            .polls(job.polls())
            .cost(
                settled != null
                    ? Pricing.cost(settled.cost(), order.model(), quote)
                    : job.cost().orElseGet(() -> Cost.unknown("the vendor names none")));
    if (failure != null) {
      report.failure(Failures.wrap(failure, order.model().id()));
    }
    order.told().onSettled(report.build());
  }

  static Throwable cause(CompletableFuture<?> failed) {
    return failed.handle((value, failure) -> failure).join();
  }

  private MediaResult result(
      Order order,
      List<Settled> settled,
      List<Cost> costs,
      List<MediaException> failed,
      Instant start) {
    List<MediaAsset> made = new ArrayList<>();
    List<String> warnings = new ArrayList<>(order.warnings());
    Map<String, Object> metadata = new LinkedHashMap<>();
    for (Settled one : settled) {
      made.addAll(assets.of(order.provider(), one.handle(), one.update().outputs(), order.told()));
      warnings.addAll(one.warnings());
      metadata.putAll(one.metadata());
    }
    for (MediaException failure : failed) {
      warnings.add(
          "1 of " + (settled.size() + failed.size()) + " jobs failed: " + failure.getMessage());
    }
    JobUpdate first = settled.get(0).update();
    return new Facts(
            order.model().id(),
            settled.stream().map(Settled::handle).toList(),
            made,
            warnings.stream().distinct().toList(),
            Pricing.sum(costs),
            Duration.between(start, clock.now()),
            metadata,
            first.text().orElse(""),
            first.language(),
            first.segments())
        .as(order.kind());
  }
}
