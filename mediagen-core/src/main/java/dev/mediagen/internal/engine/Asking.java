// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.spi.JobClock;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks for a job once, without following it. */
record Asking(Transport transport, JobClock clock) {
  private static final int STAGES = 5;

  /** What the vendor says of the job now. */
  CompletableFuture<JobUpdate> update(Provider provider, JobHandle handle) {
    return update(provider, handle, 0);
  }

  /** Where an answer takes several calls, they are made at once. */
  private CompletableFuture<JobUpdate> update(Provider provider, JobHandle handle, int stages) {
    Operation operation = Providers.operation(provider, handle.operation());
    return transport
        .exchange(provider, operation.poll(handle))
        .handle(
            (reply, failure) -> {
              if (failure != null) {
                throw Failures.wrap(failure, handle.model());
              }
              return news(Heard.of(provider, operation, handle, reply, clock.now()), handle);
            })
        .thenCompose(
            update -> {
              if (!update.atOnce() || stages > STAGES) {
                return CompletableFuture.completedFuture(update);
              }
              return update(provider, Updates.handle(handle, update), stages + 1);
            });
  }

  /** The outputs of a job that has succeeded, as its vendor gives them now. */
  CompletableFuture<List<Output>> outputs(Provider provider, JobHandle handle) {
    return update(provider, handle)
        .thenApply(
            update -> {
              if (update.state() != JobState.SUCCEEDED) {
                throw failure(
                    ErrorDetails.of(ErrorKind.EXPIRED, "the vendor now says " + update.state())
                        .build(),
                    handle);
              }
              return update.outputs();
            });
  }

  private static JobUpdate news(Heard heard, JobHandle handle) {
    if (heard instanceof Heard.News news) {
      return news.update();
    } else if (heard instanceof Heard.NotNow notNow) {
      throw failure(notNow.why(), handle);
    } else if (heard instanceof Heard.Garbled garbled) {
      throw new MediaException(failure(garbled.why(), handle).details(), garbled.cause());
    }
    throw failure(((Heard.Refused) heard).why(), handle);
  }

  private static MediaException failure(ErrorDetails why, JobHandle handle) {
    return new MediaException(
        why.toBuilder()
            .provider(handle.model().provider())
            .model(handle.model())
            .handle(handle)
            .build());
  }
}
