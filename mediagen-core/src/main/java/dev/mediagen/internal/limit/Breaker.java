// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import java.time.Duration;

/**
 * Stops sending to a vendor that cannot be reached. Closed, everything passes; open, nothing; after
 * a rest one call passes that shows whether the vendor is back. Not thread-safe.
 */
final class Breaker {
  /** One lost connection is the network's everyday, and a retry or two belong to it. */
  private static final int FAILURES = 5;

  /** Failures that are further apart are a slow trickle and no outage. */
  private static final long WITHIN = Duration.ofSeconds(60).toNanos();

  /** Long enough for a restart at the vendor, short beside the time that a video takes. */
  private static final long REST = Duration.ofSeconds(30).toNanos();

  private final long[] recent = new long[FAILURES];
  private int inARow;
  private boolean closed = true;
  private long openUntil;
  private long nextPass;

  /** A call got an answer, whatever it said. */
  void answered() {
    inARow = 0;
    closed = true;
    openUntil = 0;
    nextPass = 0;
  }

  /** A call got no answer, or one that says that the vendor is down. */
  void failed(long now) {
    recent[inARow++ % FAILURES] = now;
    boolean outage = inARow >= FAILURES && now - recent[inARow % FAILURES] <= WITHIN;
    // What was sent before it opened and fails after that tells nothing new.
    if (closed ? outage : now >= openUntil) {
      closed = false;
      openUntil = now + REST;
      nextPass = openUntil;
    }
  }

  /** Whether nothing passes at all. */
  boolean open(long now) {
    return now < openUntil;
  }

  /** Until when nothing passes at all; long ago when it is not open. */
  long openUntil() {
    return openUntil;
  }

  /** When the next call may pass; long ago when any may. */
  long nextPass() {
    return nextPass;
  }

  /** One passes. While it is being tried others wait, but not for ever for one that is lost. */
  void pass(long now) {
    if (!closed) {
      nextPass = now + REST;
    }
  }

  /** How many calls in a row got no answer. */
  int inARow() {
    return inARow;
  }
}
