// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.webhook;

import dev.mediagen.spi.JobClock;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The vendors' public keys, fetched when they are needed. Deliveries of strangers cause these
 * calls, so they are few: one at a time for each vendor, and none within a minute of the last.
 * Thread-safe.
 */
public final class KeySets {
  /** For so long a set is taken as it is. */
  private static final Duration FRESH = Duration.ofDays(1);

  /** One for each vendor that has one; more than that is a mistake that must not cost memory. */
  private static final int MOST = 64;

  private final JobClock clock;
  private final Function<URI, CompletableFuture<String>> fetch;
  private final Map<URI, FetchedKeys> sets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, FetchedKeys> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Key sets that come over this function.
   *
   * @param clock the time
   * @param fetch gets the text behind a URL; it must end by itself, with a failure if need be
   */
  public KeySets(JobClock clock, Function<URI, CompletableFuture<String>> fetch) {
    this.clock = clock;
    this.fetch = fetch;
  }

  /**
   * The set as JSON, at most a day old if the vendor can be reached. While it cannot, the last set
   * stays; where there never was one, the future fails with what the last fetch failed with.
   */
  public CompletableFuture<String> get(URI source) {
    return set(source).within(FRESH, clock.now(), () -> fetch.apply(source));
  }

  /**
   * The set after a look for new keys, for when no known key fits. It is fetched again unless that
   * was tried within the last minute; a failure keeps the last set.
   */
  public CompletableFuture<String> refreshed(URI source) {
    return set(source).within(Duration.ZERO, clock.now(), () -> fetch.apply(source));
  }

  private synchronized FetchedKeys set(URI source) {
    return sets.computeIfAbsent(source, FetchedKeys::new);
  }
}
