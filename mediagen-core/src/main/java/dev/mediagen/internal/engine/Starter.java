// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.MediaJob;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.Quote;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Leads a request from its plan to the jobs that work on it, at the first model that takes it. */
final class Starter {
  /** After these another model may be asked, when nothing was spent. */
  private static final Set<ErrorKind> FALL_BACK =
      EnumSet.of(
          ErrorKind.PROVIDER_UNAVAILABLE, ErrorKind.RATE_LIMITED, ErrorKind.INSUFFICIENT_CREDITS);

  private final Planner planner;
  private final Submitter submitter;
  private final Joiner joiner;
  private final Tools tools;

  Starter(Planner planner, Submitter submitter, Joiner joiner, Tools tools) {
    this.planner = planner;
    this.submitter = submitter;
    this.joiner = joiner;
    this.tools = tools;
  }

  /** Asks one model after the other, as long as nothing can have been spent. */
  <R extends MediaResult> CompletableFuture<MediaJob<R>> start(
      MediaRequest<R> request, List<ModelId> models, Listeners told) {
    ModelId model = models.get(0);
    CompletableFuture<MediaJob<R>> started = ask(request, model, told);
    if (models.size() == 1) {
      return started;
    }
    return started
        .handle(
            (job, failure) -> {
              if (failure == null) {
                return CompletableFuture.completedFuture(job);
              }
              MediaException why = Failures.wrap(failure, model);
              if (!FALL_BACK.contains(why.kind()) || why.billing() != Billing.NONE) {
                return CompletableFuture.<MediaJob<R>>failedFuture(why);
              }
              told.onRetry(request, why);
              try {
                return this.<R>start(request, models.subList(1, models.size()), told)
                    .whenComplete((next, more) -> remember(more, why));
              } catch (MediaException more) {
                more.addSuppressed(why);
                return CompletableFuture.<MediaJob<R>>failedFuture(more);
              }
            })
        .thenCompose(next -> next);
  }

  private static void remember(@Nullable Throwable last, Throwable earlier) {
    if (last != null && Failures.unwrap(last) != earlier) {
      Failures.unwrap(last).addSuppressed(earlier);
    }
  }

  private <R extends MediaResult> CompletableFuture<MediaJob<R>> ask(
      MediaRequest<R> request, ModelId model, Listeners told) {
    return ask(request, model, told, 1);
  }

  /** Asks for a model at one account, and at the next when the failure says something of it. */
  private <R extends MediaResult> CompletableFuture<MediaJob<R>> ask(
      MediaRequest<R> request, ModelId model, Listeners told, int tries) {
    Instant start = tools.clock().now();
    return planner
        .plan(request, model)
        .thenCompose(
            plan ->
                this.<R>start(request, plan, start, told)
                    .exceptionallyCompose(
                        failure -> {
                          MediaException why = Failures.wrap(failure, model);
                          boolean another =
                              tools.turns().another(plan.provider(), model, why)
                                  && tries < tools.turns().accounts(model);
                          if (!another) {
                            return CompletableFuture.failedFuture(why);
                          }
                          told.onRetry(request, why);
                          return ask(request, model, told, tries + 1);
                        }));
  }

  private <R extends MediaResult> CompletableFuture<MediaJob<R>> start(
      MediaRequest<R> request, Plan plan, Instant start, Listeners told) {
    return submitter
        .inputs(plan)
        .thenCompose(
            ready -> {
              told.onSubmit(plan.request().request());
              return submitter.upload(plan, ready);
            })
        .thenCompose(inputs -> this.<R>startParts(request, plan, inputs, start, told));
  }

  private <R extends MediaResult> CompletableFuture<MediaJob<R>> startParts(
      MediaRequest<R> request, Plan plan, List<Input> inputs, Instant start, Listeners told) {
    List<CompletableFuture<FollowedJob>> all =
        plan.parts().stream()
            .map(
                part ->
                    submitter
                        .start(plan, part, inputs, told)
                        .thenApply(started -> follow(started, told)))
            .toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .handle(
            (done, failure) -> {
              List<FollowedJob> jobs = new ArrayList<>();
              List<MediaException> lost = new ArrayList<>();
              List<Quote> quotes = new ArrayList<>();
              for (int i = 0; i < all.size(); i++) {
                if (all.get(i).isCompletedExceptionally()) {
                  lost.add(Failures.wrap(Joiner.cause(all.get(i)), plan.id()));
                } else {
                  jobs.add(all.get(i).join());
                  quotes.add(Pricing.quote(plan.model(), plan.parts().get(i)));
                }
              }
              if (jobs.isEmpty()) {
                throw Failures.worst(lost);
              }
              return job(
                  request,
                  jobs,
                  joiner.join(Joiner.Order.of(plan, quotes, told), jobs, lost, start),
                  told);
            });
  }

  private FollowedJob follow(Submitter.Started started, Listeners told) {
    FollowedJob job =
        new FollowedJob(
            tools,
            started.plan().provider(),
            started.handle(),
            started.handle().deadline(),
            tools.plans().plan(started.handle().model(), started.plan().model().typicalTime()),
            started.permit(),
            told);
    told.onAccepted(started.handle());
    return tools.open().add(job).begin(started.update());
  }

  private <R extends MediaResult> MediaJob<R> job(
      MediaRequest<?> request,
      List<FollowedJob> jobs,
      CompletableFuture<MediaResult> joined,
      Listeners told) {
    CompletableFuture<R> result =
        joined.handleAsync(
            (value, failure) -> {
              if (failure != null) {
                MediaException why = Failures.wrap(failure, jobs.get(0).handle().model());
                told.onFailure(request, why);
                throw why;
              }
              told.onSuccess(request, value);
              return typed(value);
            },
            tools.executor());
    tools.settleAfter(result, jobs);
    return new EngineJob<>(jobs, result);
  }

  /** A request of a kind leads to a result of the same kind: {@link Facts#as} sees to that. */
  @SuppressWarnings("unchecked")
  private static <R extends MediaResult> R typed(MediaResult result) {
    return (R) result;
  }
}
