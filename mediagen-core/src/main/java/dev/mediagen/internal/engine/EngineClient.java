// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.CancelOutcome;
import dev.mediagen.Explanation;
import dev.mediagen.JobHandle;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaListener;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.ModelId;
import dev.mediagen.ProviderStatus;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.Quote;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.JobClock;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.ProviderAdapter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The client: leads a request from one station to the next. */
public final class EngineClient implements MediaClient {
  /** After these another model may be asked, when nothing was spent. */
  private static final Set<ErrorKind> FALL_BACK =
      EnumSet.of(
          ErrorKind.PROVIDER_UNAVAILABLE, ErrorKind.RATE_LIMITED, ErrorKind.INSUFFICIENT_CREDITS);

  private final ClientSettings settings;
  private final JobClock clock;
  private final Optional<SystemClock> ownClock;
  private final Transport transport;
  private final Providers providers;
  private final Planner planner;
  private final Submitter submitter;
  private final Joiner joiner;
  private final Listeners listeners;
  private volatile boolean closed;

  /** A client with these settings. */
  public EngineClient(ClientSettings settings) {
    this.settings = settings;
    this.ownClock =
        settings.clock().isPresent() ? Optional.empty() : Optional.of(new SystemClock());
    this.clock = settings.clock().orElseGet(() -> ownClock.orElseThrow());
    this.transport = new Transport(clock, settings.connectTimeout(), settings.replyTimeout());
    this.providers = new Providers(settings);
    this.planner = new Planner(providers, transport, clock);
    this.submitter = new Submitter(transport, clock, settings);
    this.joiner = new Joiner(transport, clock, settings.executor());
    this.listeners = new Listeners(settings.listeners());
  }

  @Override
  public <R extends MediaResult> CompletableFuture<R> generate(MediaRequest<R> request) {
    return submit(request).thenCompose(MediaJob::result);
  }

  @Override
  public <R extends MediaResult> CompletableFuture<MediaJob<R>> submit(
      MediaRequest<R> request, MediaListener listener) {
    requireOpen();
    Listeners told = listeners.and(listener);
    // A mistake in a fallback should not wait for an emergency to be found.
    request.fallbacks().forEach(model -> planner.dry(request, model));
    List<ModelId> models = new ArrayList<>();
    models.add(request.model());
    models.addAll(request.fallbacks());
    CompletableFuture<MediaJob<R>> job = new CompletableFuture<>();
    this.<R>first(request, models, told)
        .whenCompleteAsync(
            (started, failure) -> {
              if (failure == null) {
                job.complete(started);
              } else {
                MediaException all = Failures.wrap(failure, request.model());
                told.onFailure(request, all);
                job.completeExceptionally(all);
              }
            },
            settings.executor());
    return job;
  }

  /** Asks one model after the other, as long as nothing can have been spent. */
  private <R extends MediaResult> CompletableFuture<MediaJob<R>> first(
      MediaRequest<R> request, List<ModelId> models, Listeners told) {
    ModelId model = models.get(0);
    CompletableFuture<MediaJob<R>> started = start(request, model, told);
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
                return this.<R>first(request, models.subList(1, models.size()), told)
                    .whenComplete((next, more) -> remember(more, why));
              } catch (MediaException more) {
                more.addSuppressed(why);
                return CompletableFuture.<MediaJob<R>>failedFuture(more);
              }
            })
        .thenCompose(next -> next);
  }

  private static void remember(
      @org.jspecify.annotations.Nullable Throwable last, Throwable earlier) {
    if (last != null && Failures.unwrap(last) != earlier) {
      Failures.unwrap(last).addSuppressed(earlier);
    }
  }

  private <R extends MediaResult> CompletableFuture<MediaJob<R>> start(
      MediaRequest<R> request, ModelId model, Listeners told) {
    Instant start = clock.now();
    return planner
        .plan(request, model)
        .thenCompose(
            plan ->
                submitter
                    .inputs(plan)
                    .thenCompose(
                        ready -> {
                          told.onSubmit(plan.request().request());
                          return submitter.upload(plan, ready);
                        })
                    .thenCompose(inputs -> this.<R>startParts(request, plan, inputs, start, told)));
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
              for (CompletableFuture<FollowedJob> one : all) {
                one.handle(
                        (job, why) ->
                            why == null ? jobs.add(job) : lost.add(Failures.wrap(why, plan.id())))
                    .join();
              }
              if (jobs.isEmpty()) {
                throw lost.get(0);
              }
              return job(
                  request, jobs, joiner.join(Joiner.Order.of(plan), jobs, lost, start), told);
            });
  }

  private FollowedJob follow(Submitter.Started started, Listeners told) {
    FollowedJob job =
        new FollowedJob(
            started.plan().provider(),
            started.handle(),
            started.handle().deadline(),
            started.plan().model().typicalTime(),
            transport,
            clock,
            told);
    told.onAccepted(started.handle());
    return job.begin(started.update());
  }

  private <R extends MediaResult> MediaJob<R> job(
      MediaRequest<?> request,
      List<FollowedJob> jobs,
      CompletableFuture<MediaResult> joined,
      Listeners told) {
    CompletableFuture<R> result = new CompletableFuture<>();
    joined.whenCompleteAsync(
        (value, failure) -> {
          if (failure != null) {
            MediaException why = Failures.wrap(failure, jobs.get(0).handle().model());
            told.onFailure(request, why);
            result.completeExceptionally(why);
          } else {
            told.onSuccess(request, value);
            result.complete(typed(value));
          }
        },
        settings.executor());
    return new EngineJob<>(jobs, result);
  }

  /** A request of a kind leads to a result of the same kind: {@link Facts#as} sees to that. */
  @SuppressWarnings("unchecked")
  private static <R extends MediaResult> R typed(MediaResult result) {
    return (R) result;
  }

  @Override
  public MediaJob<? extends MediaResult> resume(JobHandle handle) {
    requireOpen();
    Provider provider = known(handle);
    if (handle.stage().equals(FollowedJob.ENDED)) {
      throw new MediaException(
          ErrorDetails.of(
                  ErrorKind.EXPIRED,
                  "this job ended with its first reply, and the vendor keeps nothing to come back for")
              .provider(provider.id())
              .model(handle.model())
              .handle(handle)
              .advice("keep the result itself, with toJson()")
              .build());
    }
    ModelSpec model = planner.spec(handle.model(), handle.kind());
    Instant now = clock.now();
    Instant deadline =
        handle.deadline().isAfter(now)
            ? handle.deadline()
            : now.plus(Duration.between(handle.createdAt(), handle.deadline()));
    FollowedJob job =
        new FollowedJob(
            provider, handle, deadline, model.typicalTime(), transport, clock, listeners);
    Joiner.Order order =
        new Joiner.Order(
            provider,
            model,
            handle.kind(),
            List.of(),
            Quote.unknown("resumed from its handle, which does not hold the request"));
    CompletableFuture<MediaResult> joined =
        joiner.join(order, List.of(job), List.of(), handle.createdAt());
    job.begin();
    CompletableFuture<MediaResult> result = new CompletableFuture<>();
    joined.whenCompleteAsync(
        (value, failure) -> {
          if (failure == null) {
            result.complete(value);
          } else {
            result.completeExceptionally(Failures.wrap(failure, handle.model()));
          }
        },
        settings.executor());
    return new EngineJob<>(List.of(job), result);
  }

  @Override
  public CompletableFuture<JobStatus> status(JobHandle handle) {
    requireOpen();
    return ask(known(handle), handle, 0).thenApply(FollowedJob::status);
  }

  /** Where an answer takes several calls, they are made at once. */
  private CompletableFuture<JobUpdate> ask(Provider provider, JobHandle handle, int stages) {
    Operation operation = Providers.operation(provider, handle.operation());
    return transport
        .exchange(provider, operation.poll(handle))
        .handle(
            (reply, failure) -> {
              if (failure != null) {
                throw Failures.wrap(failure, handle.model());
              }
              if (!operation.reads(handle, reply)) {
                throw new MediaException(
                    Failures.of(provider, reply).toBuilder()
                        .model(handle.model())
                        .handle(handle)
                        .build());
              }
              return operation.onPoll(handle, reply);
            })
        .thenCompose(
            update -> {
              if (!update.atOnce() || stages > 5) {
                return CompletableFuture.completedFuture(update);
              }
              JobHandle.Builder next = handle.toBuilder().putAllData(update.data());
              update.stage().ifPresent(next::stage);
              return ask(provider, next.build(), stages + 1);
            });
  }

  @Override
  public CompletableFuture<CancelOutcome> cancel(JobHandle handle) {
    requireOpen();
    Provider provider = known(handle);
    return FollowedJob.cancel(
        provider, Providers.operation(provider, handle.operation()), transport, handle);
  }

  private Provider known(JobHandle handle) {
    if (handle.contract() > ProviderAdapter.CONTRACT_VERSION) {
      throw new MediaException(
          ErrorDetails.of(
                  ErrorKind.UNSUPPORTED,
                  "the handle was written by a later version of mediagen (contract "
                      + handle.contract()
                      + ", this is "
                      + ProviderAdapter.CONTRACT_VERSION
                      + ")")
              .model(handle.model())
              .handle(handle)
              .advice("use the newer version to follow it")
              .build());
    }
    return providers.ready(handle.model());
  }

  @Override
  public Explanation explain(MediaRequest<?> request) {
    requireOpen();
    return new Explainer(transport, submitter).explain(planner.dry(request, request.model()));
  }

  @Override
  public List<ModelSpec> models() {
    return providers.catalogs().stream().flatMap(c -> c.models().stream()).toList();
  }

  @Override
  public List<ProviderStatus> providers() {
    return providers.statuses();
  }

  @Override
  public MediaResult readResult(String json) {
    return new ResultReader(providers, transport, settings.executor()).read(json);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this client is closed");
    }
  }

  @Override
  public void close() {
    closed = true;
    transport.close();
    providers.close();
    ownClock.ifPresent(SystemClock::close);
  }
}
