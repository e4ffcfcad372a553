// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import java.util.List;

/**
 * How the durations of a model's jobs are spread: a share of the jobs for each cell between two
 * edges, which stand at equal steps of the logarithm of time. Immutable.
 */
final class Spread {
  /** Fine enough for modes that are 5 % wide and a factor of twelve apart. */
  private static final int CELLS = 512;

  /** The tail beyond the slowest job seen; still slower ones are the schedule's own affair. */
  private static final double BEYOND = 1.5;

  /**
   * Widths of the smoothing in the logarithm of time, from wide to narrow: 0.1 is about 10 %. Each
   * starts from the estimate of the one before.
   */
  private static final double[] WIDTHS = {0.5, 0.25, 0.12, 0.06, 0.03};

  private static final int ROUNDS = 12;

  /** By how much a narrower width must foretell better: less than this is what chance gives. */
  private static final double CLEARLY_BETTER = 2;

  private final double[] edges;
  private final double[] shares;

  private Spread(double[] edges, double[] shares) {
    this.edges = edges;
    this.shares = shares;
  }

  /**
   * Estimates the spread from jobs, the newest last. How far to smooth is not a setting: of several
   * widths the one is taken under which each job is foretold best by all the others.
   */
  static Spread of(List<Observed> jobs) {
    double[] edges = edges(jobs);
    double step = Math.log(edges[1] / edges[0]);
    SpreadFit fit = new SpreadFit(edges, jobs);
    double[] shares = fit.even();
    double[] best = shares;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (double width : WIDTHS) {
      int radius = SpreadFit.radius(width / step);
      for (int i = 0; i < ROUNDS; i++) {
        shares = fit.improved(shares, radius);
      }
      double score = fit.foretold(shares, radius);
      if (score > bestScore + CLEARLY_BETTER) {
        bestScore = score;
        best = shares;
      }
    }
    return new Spread(edges, best);
  }

  private static double[] edges(List<Observed> jobs) {
    double low = Double.MAX_VALUE;
    double high = 0;
    for (Observed job : jobs) {
      // Done at the first poll: how much faster it was is anybody's guess.
      low = Math.min(low, job.notDone() > 0 ? job.notDone() / 2 : job.done() / 20);
      high = Math.max(high, job.done() * BEYOND);
    }
    low = Math.min(Math.max(low, Observed.SHORTEST), high / 4);
    double[] edges = new double[CELLS + 1];
    for (int i = 0; i <= CELLS; i++) {
      edges[i] = low * Math.pow(high / low, (double) i / CELLS);
    }
    return edges;
  }

  /** The edges, ascending, in seconds: one more than there are cells. */
  double[] edges() {
    return edges;
  }

  /** The share of the jobs in each cell; together about 1. */
  double[] shares() {
    return shares;
  }

  /** The seconds after which such a share of the jobs is done. */
  double quantile(double share) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i];
      if (sum >= share) {
        return Math.sqrt(edges[i] * edges[i + 1]);
      }
    }
    return edges[edges.length - 1];
  }
}
