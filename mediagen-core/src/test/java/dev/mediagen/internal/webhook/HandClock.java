// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.webhook;

import dev.mediagen.spi.JobClock;
import java.time.Duration;
import java.time.Instant;

/** A clock that is turned by hand; nothing here waits for it. */
final class HandClock implements JobClock {
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Scheduled after(Duration delay, Runnable task) {
    throw new UnsupportedOperationException("nothing is planned with this clock");
  }

  void advance(Duration time) {
    now = now.plus(time);
  }
}
