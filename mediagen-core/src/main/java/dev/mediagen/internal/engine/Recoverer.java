// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.JobIntent;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaListener;
import dev.mediagen.MediaResult;
import dev.mediagen.Recovery;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.catalog.Quote;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.error.SubmissionUnknownException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Operation.Repeat;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.store.JobRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Follows jobs again that were submitted by somebody else: another call, another process. */
final class Recoverer {
  private final Tools tools;
  private final Providers providers;
  private final Planner planner;
  private final Joiner joiner;

  Recoverer(Tools tools, Providers providers, Planner planner, Joiner joiner) {
    this.tools = tools;
    this.providers = providers;
    this.planner = planner;
    this.joiner = joiner;
  }

  /** The provider of a job that can be followed. */
  Provider known(JobHandle handle) {
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
    Provider provider = providers.ready(handle.model(), handle.account());
    Providers.operation(provider, handle.operation());
    return provider;
  }

  /** {@link #known} for jobs that the vendor can be asked for. */
  Provider kept(JobHandle handle) {
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
    return provider;
  }

  /** Follows a job by its handle. */
  MediaJob<? extends MediaResult> resume(JobHandle handle, MediaListener listener) {
    Provider provider = kept(handle);
    ModelSpec model = planner.spec(handle.model(), handle.kind());
    Instant now = tools.clock().now();
    Instant deadline =
        handle.deadline().isAfter(now)
            ? handle.deadline()
            : now.plus(Duration.between(handle.createdAt(), handle.deadline()));
    FollowedJob job =
        new FollowedJob(
            tools,
            provider,
            handle,
            deadline,
            tools.plans().plan(handle.model(), model.typicalTime()),
            tools.turns().gate(provider).occupy(),
            listener);
    Joiner.Order order =
        new Joiner.Order(
            provider,
            model,
            handle.kind(),
            List.of(),
            List.of(Quote.unknown("resumed from its handle, which does not hold the request")),
            listener);
    CompletableFuture<MediaResult> joined =
        joiner.join(order, List.of(job), List.of(), handle.createdAt());
    tools.open().add(job).begin();
    CompletableFuture<MediaResult> result =
        joined.handleAsync(
            (value, failure) -> {
              if (failure != null) {
                throw Failures.wrap(failure, handle.model());
              }
              return value;
            },
            tools.executor());
    // Who never asks for the result has not seen it: the record stays for another time.
    return new EngineJob<>(List.of(job), result, () -> tools.settleAfter(result, List.of(job)));
  }

  /** Everything that the store holds of earlier processes. */
  CompletableFuture<Recovery> recover(MediaListener listener) {
    List<CompletableFuture<Consumer<Recovery.Builder>>> found = new ArrayList<>();
    for (JobRecord record : tools.ledger().left()) {
      if (tools.ledger().take(record.id())) {
        found.add(
            record
                .handle()
                .map(handle -> CompletableFuture.completedFuture(follows(handle, listener)))
                .orElseGet(() -> explain(record.intent(), listener)));
      }
    }
    return CompletableFuture.allOf(found.toArray(CompletableFuture[]::new))
        .thenApply(
            all -> {
              Recovery.Builder recovery = Recovery.builder();
              found.forEach(one -> one.join().accept(recovery));
              return recovery.build();
            });
  }

  /** Follows a job when all others are known too: one that ended before could be missed. */
  private Consumer<Recovery.Builder> follows(JobHandle handle, MediaListener listener) {
    return recovery -> {
      try {
        recovery.job(resume(handle, listener));
      } catch (RuntimeException e) {
        handle.clientId().ifPresent(tools.ledger()::release);
        recovery.failure(about(handle, e));
      }
    };
  }

  private static MediaException about(JobHandle handle, RuntimeException e) {
    MediaException why = Failures.wrap(e, handle.model());
    return why.handle().isPresent()
        ? why
        : new MediaException(
            why.details().toBuilder().model(handle.model()).handle(handle).build(), e);
  }

  /** Asks the vendor, where it can be asked, what became of a submission. */
  private CompletableFuture<Consumer<Recovery.Builder>> explain(
      JobIntent intent, MediaListener listener) {
    try {
      Provider provider = providers.ready(intent.model(), intent.account());
      Operation operation = Providers.operation(provider, intent.operation());
      if (operation.repeat() != Repeat.AFTER_LOOKUP) {
        return CompletableFuture.completedFuture(unknown(intent, operation.repeat()));
      }
      return LostCall.lookUp(tools.transport(), provider, operation, intent)
          .thenCompose(found -> lookedUp(intent, found, listener))
          .exceptionally(failure -> notNow(intent, failure));
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(notNow(intent, e));
    }
  }

  private CompletableFuture<Consumer<Recovery.Builder>> lookedUp(
      JobIntent intent, Optional<JobUpdate> found, MediaListener listener) {
    if (found.isEmpty()) {
      tools.ledger().forget(intent.clientId());
      return CompletableFuture.completedFuture(recovery -> recovery.notSent(intent));
    }
    JobHandle handle = Updates.accepted(intent, found.get());
    return tools.ledger().accept(intent, handle).thenApply(kept -> follows(handle, listener));
  }

  private Consumer<Recovery.Builder> notNow(JobIntent intent, Throwable failure) {
    tools.ledger().release(intent.clientId());
    MediaException why = Failures.wrap(failure, intent.model());
    return recovery -> recovery.failure(why);
  }

  private Consumer<Recovery.Builder> unknown(JobIntent intent, Repeat repeat) {
    tools.ledger().release(intent.clientId());
    SubmissionUnknownException unknown =
        LostCall.unknown(intent, repeat, "the process ended before the vendor's answer came", null);
    return recovery -> recovery.unknown(unknown);
  }
}
