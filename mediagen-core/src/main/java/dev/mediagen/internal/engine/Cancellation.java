// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.Operation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The wish to cancel a job, with or without somebody who follows it. */
final class Cancellation {
  private Cancellation() {}

  static CompletableFuture<CancelOutcome> of(
      Provider provider, Transport transport, JobHandle handle) {
    Operation operation = Providers.operation(provider, handle.operation());
    Optional<HttpCall> call =
        handle.stage().equals(FollowedJob.ENDED) ? Optional.empty() : operation.cancel(handle);
    if (call.isEmpty()) {
      return CompletableFuture.completedFuture(
          handle.stage().equals(FollowedJob.ENDED)
              ? CancelOutcome.TOO_LATE
              : CancelOutcome.NOT_SUPPORTED);
    }
    return transport
        .exchange(provider, call.get())
        .handle(
            (reply, failure) -> {
              if (failure != null) {
                throw Failures.wrap(failure, handle.model());
              }
              if (reply.status() == 401 || reply.status() == 429 || reply.status() >= 500) {
                throw new MediaException(
                    Failures.of(provider, reply).toBuilder()
                        .model(handle.model())
                        .handle(handle)
                        .build());
              }
              return operation.onCancel(handle, reply);
            });
  }
}
