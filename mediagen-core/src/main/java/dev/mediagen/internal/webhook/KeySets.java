// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.webhook;

import dev.mediagen.spi.JobClock;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

public final class KeySets {
  private final Function<URI, CompletableFuture<String>> fetch;

  public KeySets(JobClock clock, Function<URI, CompletableFuture<String>> fetch) {
    this.fetch = fetch;
  }

  public CompletableFuture<String> get(URI u) {
    return fetch.apply(u);
  }

  public CompletableFuture<String> refreshed(URI u) {
    return fetch.apply(u);
  }
}
