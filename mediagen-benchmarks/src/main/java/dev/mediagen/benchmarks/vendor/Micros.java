// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.vendor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time in microseconds since the epoch: the processes of one machine agree on it. */
public final class Micros {
  private Micros() {}

  /** The time. */
  public static long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }
}
