// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import java.util.List;

/** Whether a model has become faster or slower all of a sudden. */
final class Drift {
  /** How many of the newest jobs are compared with those before. */
  static final int NEWEST = 10;

  private static final int BEFORE = 15;

  /**
   * How often a new job must be slower than an old one, less a half: chance alone gives so much
   * about once in a thousand times ten jobs.
   */
  private static final double CLEARLY = 0.35;

  private Drift() {}

  /** Compares each of the newest jobs with each of the older ones, which asks for no shape. */
  static boolean seen(List<Observed> jobs) {
    int older = jobs.size() - NEWEST;
    if (older < BEFORE) {
      return false;
    }
    double slower = 0;
    for (Observed recent : jobs.subList(older, jobs.size())) {
      for (Observed old : jobs.subList(0, older)) {
        slower += recent.notDone() >= old.done() ? 1 : recent.done() <= old.notDone() ? 0 : 0.5;
      }
    }
    return Math.abs(slower / (NEWEST * older) - 0.5) > CLEARLY;
  }
}
