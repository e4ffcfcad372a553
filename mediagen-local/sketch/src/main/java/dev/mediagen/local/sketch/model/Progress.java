// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.model;

import java.time.Duration;

/** Where a running work says how far it is, and learns that it is no longer wanted. */
public interface Progress {

  /**
   * Tells that {@code step} of {@code steps} is done.
   *
   * @throws java.util.concurrent.CancellationException if the job has been cancelled
   */
  void step(int step, int steps, String message);

  /**
   * Waits.
   *
   * @throws java.util.concurrent.CancellationException if the job is cancelled meanwhile
   */
  void pause(Duration time);
}
