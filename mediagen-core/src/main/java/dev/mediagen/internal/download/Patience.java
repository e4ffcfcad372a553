// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import dev.mediagen.spi.JobClock;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How often a download is taken up again: five times, and as often again whenever it got further
 * than before. At once at first, then after pauses that double. Not thread-safe.
 */
final class Patience {
  private static final int TRIES = 5;

  /** Less than this is no progress: one byte at a time would never end. */
  private static final long PROGRESS = 1 << 20;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  /** Whoever blocks a thread for longer than this should rather be told. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** A clock that was closed in the meantime never rings. */
  private static final Duration LATE = Duration.ofSeconds(30);

  private final JobClock clock;
  private int tries;
  private long furthest;

  Patience(JobClock clock) {
    this.clock = clock;
  }

  /** So many bytes are there; those that had to be fetched anew do not count again. */
  void reached(long position) {
    if (position >= furthest + PROGRESS) {
      furthest = position;
      tries = 0;
    }
  }

  /**
   * Waits for the next try. Blocks.
   *
   * @param asked how long the vendor asks to wait
   * @return false, at once, when there is to be no further try
   */
  boolean again(Optional<Duration> asked) throws InterruptedIOException {
    Duration pause =
        asked.orElseGet(
            () -> tries == 0 ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << (tries - 1)));
    if (tries++ == TRIES || pause.compareTo(LONGEST) > 0) {
      return false;
    }
    if (!pause.isZero() && !pause.isNegative()) {
      pause(pause);
    }
    return true;
  }

  private void pause(Duration pause) throws InterruptedIOException {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    JobClock.Scheduled ring = clock.after(pause, () -> over.complete(true));
    try {
      over.get(pause.plus(LATE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      ring.cancel();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted between two parts of a download");
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the clock stands still; was the client closed?", e);
    }
  }
}
