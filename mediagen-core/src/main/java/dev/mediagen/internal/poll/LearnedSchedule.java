// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import java.util.Arrays;
import java.util.List;

/**
 * The schedule of a model whose jobs were seen.
 *
 * <p>It weighs delay against polls: one poll is worth 0.4 s of delay, whatever the model. So the
 * delay grows with the square root of the uncertainty, not with the time: for durations that vary
 * by half it is about 0.6 s for jobs of 2 s, 2 s for 20 s, and 10 s for ten minutes. Jobs of 20 s
 * take about as many polls as a loop of 5 s, slower ones fewer: a fifth for ten minutes. Delays of
 * 1 % or 2 % would take several times the polls wherever durations vary.
 */
final class LearnedSchedule implements Schedule {
  static final double PRICE = 0.4;

  /**
   * What polls cost at first, as a part of the price: they also tell how long jobs take, and that
   * is worth some.
   */
  private static final double CURIOUS = 0.15;

  /** After so many jobs curiosity has ended. */
  private static final int EXPERIENCED = 50;

  /** The part of a gap by which jobs that began together are spread. */
  private static final double JITTER = 0.1;

  /**
   * By how much more they are spread at first. Were all asked at the same times, nothing would ever
   * be learned of what happens in between.
   */
  private static final double CURIOUS_JITTER = 0.5;

  /** Even a sure schedule may be wrong: the part of the time of slow jobs that a pause may take. */
  private static final double TRUST = 0.75;

  private final double[] times;
  private final double median;
  private final double late;
  private final double jitter;

  LearnedSchedule(List<Observed> jobs) {
    Spread spread = Spread.of(jobs);
    median = spread.quantile(0.5);
    late = spread.quantile(0.9);
    double known = Math.min(1, (double) jobs.size() / EXPERIENCED);
    jitter = JITTER + CURIOUS_JITTER * (1 - known);
    double price = PRICE * (CURIOUS + (1 - CURIOUS) * known);
    times = BestTimes.of(spread.edges(), spread.shares(), price, this::longest);
  }

  /** After how many seconds half of the jobs are done. */
  double median() {
    return median;
  }

  @Override
  public double pause(double waited, double phase) {
    int at = Arrays.binarySearch(times, waited);
    for (int i = Math.max(0, (at < 0 ? -at - 1 : at) - 1); i < times.length; i++) {
      double gap = gap(i);
      double pause = times[i] + jitter * phase * gap - waited;
      // An answer that came late is not followed at once by the next question.
      if (pause > gap / 4) {
        return pause;
      }
    }
    // Slower than any job before: what is best where each further octave is as likely as the last.
    return Math.min(longest(waited), Math.sqrt(2 * PRICE * waited));
  }

  /** The smaller of the gaps before and after a time. */
  private double gap(int i) {
    double before = times[i] - (i == 0 ? 0 : times[i - 1]);
    return i + 1 < times.length ? Math.min(before, times[i + 1] - times[i]) : before;
  }

  @Override
  public double longest(double waited) {
    return Math.max(60, Math.max(late * TRUST, waited / 10));
  }
}
