// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import java.time.Duration;

/** Durations as fractions of seconds, which is what schedules reckon with. */
final class Seconds {
  private Seconds() {}

  static double of(Duration duration) {
    return duration.getSeconds() + duration.getNano() / 1e9;
  }

  /** To the nearest millisecond. */
  static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
