// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobClock;
import dev.mediagen.spi.Operation;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The wish to cancel a job, with or without somebody who follows it. */
final class Cancellation {
  /** Besides the 5xx: the vendor did not look at the wish. */
  private static final Set<Integer> NOT_NOW = Set.of(401, 403, 408, 425, 429);

  private static final int REPEATS = 2;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Provider provider;
  private final Transport transport;
  private final JobClock clock;
  private final JobHandle handle;
  private final Operation operation;

  private Cancellation(Provider provider, Transport transport, JobClock clock, JobHandle handle) {
    this.provider = provider;
    this.transport = transport;
    this.clock = clock;
    this.handle = handle;
    this.operation = Providers.operation(provider, handle.operation());
  }

  static CompletableFuture<CancelOutcome> of(
      Provider provider, Transport transport, JobClock clock, JobHandle handle) {
    if (handle.stage().equals(FollowedJob.ENDED)) {
      return CompletableFuture.completedFuture(CancelOutcome.TOO_LATE);
    }
    Cancellation wish = new Cancellation(provider, transport, clock, handle);
    return wish.operation
        .cancel(handle)
        .map(call -> wish.ask(call, 0))
        .orElseGet(() -> CompletableFuture.completedFuture(CancelOutcome.NOT_SUPPORTED));
  }

  /** A wish does no harm when it comes twice, so it is repeated when no answer comes. */
  private CompletableFuture<CancelOutcome> ask(HttpCall call, int repeats) {
    return transport
        .exchange(provider, call)
        .handle(
            (reply, failure) -> {
              Optional<MediaException> no = unheard(reply, failure);
              if (no.isEmpty()) {
                return CompletableFuture.completedFuture(operation.onCancel(handle, reply));
              } else if (repeats >= REPEATS || !no.get().retryable()) {
                return CompletableFuture.<CancelOutcome>failedFuture(no.get());
              }
              CompletableFuture<CancelOutcome> later = new CompletableFuture<>();
              clock.after(
                  no.get().retryAfter().orElse(PAUSE.multipliedBy(1L << repeats)),
                  () ->
                      ask(call, repeats + 1)
                          .whenComplete(
                              (outcome, again) -> {
                                if (again != null) {
                                  later.completeExceptionally(Failures.unwrap(again));
                                } else {
                                  later.complete(outcome);
                                }
                              }));
              return later;
            })
        .thenCompose(outcome -> outcome);
  }

  /** Why the vendor did not look at the wish; the job goes on then, and is billed. */
  private Optional<MediaException> unheard(HttpReply reply, @Nullable Throwable failure) {
    ErrorDetails details;
    if (failure != null) {
      details = Failures.wrap(failure, handle.model()).details();
    } else if (NOT_NOW.contains(reply.status()) || reply.status() >= 500) {
      details = Failures.of(provider, reply);
    } else {
      return Optional.empty();
    }
    return Optional.of(
        new MediaException(
            details.toBuilder()
                .provider(provider.id())
                .model(handle.model())
                .handle(handle)
                .billing(Billing.POSSIBLE)
                .build(),
            failure == null ? null : Failures.unwrap(failure)));
  }
}
