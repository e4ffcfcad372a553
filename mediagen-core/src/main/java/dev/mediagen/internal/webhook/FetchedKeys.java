// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.internal.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One vendor's key set: the last good one, and the fetch that is under way. */
final class FetchedKeys {
  /** After a fetch, good or bad, the vendor is left alone for so long. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private static final int MOST_CHARACTERS = 64 * 1024;

  private final URI source;

  /** What callers get: the last good set, or the last failure while there was none. */
  private CompletableFuture<String> last =
      CompletableFuture.failedFuture(new IllegalStateException("no key set was fetched yet"));

  private @Nullable CompletableFuture<String> pending;
  private @Nullable Instant fetched;
  private @Nullable Instant tried;

  FetchedKeys(URI source) {
    this.source = source;
  }

  /** The set, fetched again if it is older than this. Callers get copies they may cancel. */
  CompletableFuture<String> within(
      Duration age, Instant now, Supplier<CompletableFuture<String>> fetch) {
    CompletableFuture<String> started = new CompletableFuture<>();
    synchronized (this) {
      if (pending != null) {
        return pending.copy();
      } else if (!isDue(age, now)) {
        return last.copy();
      }
      pending = started;
      tried = now;
    }
    start(fetch)
        .thenApply(this::checked)
        .whenComplete((text, failure) -> settle(started, now, text, failure));
    return started.copy();
  }

  private boolean isDue(Duration age, Instant now) {
    boolean rested = tried == null || !now.isBefore(tried.plus(PAUSE));
    return rested && (fetched == null || !now.isBefore(fetched.plus(age)));
  }

  private static CompletableFuture<String> start(Supplier<CompletableFuture<String>> fetch) {
    try {
      return fetch.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private String checked(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalStateException(
          "the key set at " + source + " is larger than " + MOST_CHARACTERS / 1024 + " KiB");
    }
    try {
      if (Json.MAPPER.readTree(text).path("keys").isArray()) {
        return text;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what stands at " + source + " is not JSON", e);
    }
    throw new IllegalStateException("what stands at " + source + " is not a key set");
  }

  private void settle(
      CompletableFuture<String> started,
      Instant now,
      @Nullable String text,
      @Nullable Throwable failure) {
    CompletableFuture<String> outcome;
    synchronized (this) {
      pending = null;
      if (text != null) {
        fetched = now;
        last = CompletableFuture.completedFuture(text);
      } else if (fetched == null && failure != null) {
        last = CompletableFuture.failedFuture(failure);
      }
      outcome = last;
    }
    outcome.whenComplete(
        (keys, trouble) -> {
          if (trouble != null) {
            started.completeExceptionally(trouble);
          } else {
            started.complete(keys);
          }
        });
  }
}
