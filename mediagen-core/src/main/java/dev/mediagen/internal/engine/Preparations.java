// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.JobClock;
import dev.mediagen.spi.Preparation;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Makes what must exist before a job starts, and keeps what may be kept. None of it is billed. */
final class Preparations {
  private record Kept(String value, Instant until) {}

  private final Transport transport;
  private final JobClock clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  Preparations(Transport transport, JobClock clock) {
    this.transport = transport;
    this.clock = clock;
  }

  /** The value of a preparation. */
  CompletableFuture<String> run(Provider provider, Preparation preparation) {
    String key = String.join(" ", provider.id(), provider.account().orElse(""), preparation.name());
    Kept known = kept.get(key);
    if (known != null && clock.now().isBefore(known.until())) {
      return CompletableFuture.completedFuture(known.value());
    }
    return step(provider, preparation, "start", Map.of())
        .thenApply(
            value -> {
              preparation
                  .keep()
                  .ifPresent(time -> kept.put(key, new Kept(value, clock.now().plus(time))));
              return value;
            });
  }

  private CompletableFuture<String> step(
      Provider provider, Preparation preparation, String stage, Map<String, String> data) {
    HttpCall call;
    try {
      call = preparation.call(stage, data);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
    return transport
        .exchange(provider, call)
        .thenCompose(
            reply -> {
              if (!reply.success()) {
                throw new MediaException(
                    failure(provider, preparation, Failures.of(provider, reply)));
              }
              Preparation.Step step = preparation.onReply(stage, data, reply);
              if (step.value().isPresent()) {
                return CompletableFuture.completedFuture(step.value().get());
              }
              CompletableFuture<String> later = new CompletableFuture<>();
              clock.after(
                  step.delay(),
                  () ->
                      step(provider, preparation, step.stage(), step.data())
                          .whenComplete(
                              (value, failure) -> {
                                if (failure != null) {
                                  later.completeExceptionally(failure);
                                } else {
                                  later.complete(value);
                                }
                              }));
              return later;
            });
  }

  private static ErrorDetails failure(
      Provider provider, Preparation preparation, ErrorDetails details) {
    return details.toBuilder()
        .message(preparation.name() + " before the job: " + details.message())
        .provider(provider.id())
        .billing(Billing.NONE)
        .build();
  }
}
