// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import java.time.Duration;
import java.time.Instant;

/** The library's only source of time: what time it is, and what happens later. Thread-safe. */
public interface JobClock {
  /** The time. */
  Instant now();

  /** Runs a task after a while, on a thread that must not be blocked. */
  Scheduled after(Duration delay, Runnable task);

  /** Something that will happen. */
  interface Scheduled {
    /** Makes it not happen, if it has not yet. */
    void cancel();
  }
}
