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
import dev.mediagen.spi.Operation;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The wish to cancel a job, with or without somebody who follows it. */
final class Cancellation {
  /** Besides the 5xx: the vendor did not look at the wish. */
  private static final Set<Integer> NOT_NOW = Set.of(401, 403, 408, 425, 429);

  private final Provider provider;
  private final Transport transport;
  private final JobHandle handle;
  private final Operation operation;

  private Cancellation(Provider provider, Transport transport, JobHandle handle) {
    this.provider = provider;
    this.transport = transport;
    this.handle = handle;
    this.operation = Providers.operation(provider, handle.operation());
  }

  static CompletableFuture<CancelOutcome> of(
      Provider provider, Transport transport, JobHandle handle) {
    if (handle.stage().equals(FollowedJob.ENDED)) {
      return CompletableFuture.completedFuture(CancelOutcome.TOO_LATE);
    }
    Cancellation wish = new Cancellation(provider, transport, handle);
    return wish.operation
        .cancel(handle)
        .map(wish::ask)
        .orElseGet(() -> CompletableFuture.completedFuture(CancelOutcome.NOT_SUPPORTED));
  }

  private CompletableFuture<CancelOutcome> ask(HttpCall call) {
    return transport
        .exchange(provider, call)
        .handle(
            (reply, failure) ->
                unheard(reply, failure)
                    .map(CompletableFuture::<CancelOutcome>failedFuture)
                    .orElseGet(
                        () -> CompletableFuture.completedFuture(operation.onCancel(handle, reply))))
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
