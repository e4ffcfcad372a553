// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.poll;

import java.util.Arrays;
import java.util.List;

/**
 * Estimates shares from jobs of which only intervals are known, as Turnbull and Silverman do: each
 * job is spread over its interval in proportion to the present estimate, all are added up and
 * smoothed, and that again until it rests. A small weight is spread evenly over all cells, since
 * what was never seen is still possible. Immutable.
 */
final class SpreadFit {
  /** How many jobs the even weight counts for. */
  private static final double UNSEEN = 0.15;

  /** After so many newer jobs one counts half: vendors change slowly, and sometimes at once. */
  private static final double HALF_LIFE = 75;

  private final int cells;
  private final int[] from;
  private final int[] to;
  private final double[] weights;
  private final double weight;

  /**
   * Places the jobs on a grid.
   *
   * @param edges at equal steps of the logarithm, around all jobs
   * @param jobs the newest last
   */
  SpreadFit(double[] edges, List<Observed> jobs) {
    cells = edges.length - 1;
    from = new int[jobs.size()];
    to = new int[jobs.size()];
    weights = new double[jobs.size()];
    double sum = UNSEEN;
    double step = Math.log(edges[1] / edges[0]);
    for (int i = 0; i < from.length; i++) {
      Observed job = jobs.get(i);
      weights[i] = Math.pow(0.5, (from.length - 1 - i) / HALF_LIFE);
      sum += weights[i];
      to[i] = clamp(Math.ceil(Math.log(job.done() / edges[0]) / step - 1e-9), 1, cells);
      double early = Math.max(job.notDone(), edges[0]);
      from[i] = clamp(Math.floor(Math.log(early / edges[0]) / step + 1e-9), 0, to[i] - 1);
    }
    weight = sum;
  }

  private static int clamp(double at, int low, int high) {
    return (int) Math.min(high, Math.max(low, at));
  }

  /** The estimate to begin with. */
  double[] even() {
    double[] shares = new double[cells];
    Arrays.fill(shares, 1.0 / cells);
    return shares;
  }

  /** A better estimate. */
  double[] improved(double[] shares, int radius) {
    double[] sums = sums(shares);
    double[] change = new double[cells + 1];
    for (int i = 0; i < from.length; i++) {
      double factor = weights[i] / inside(sums, i);
      change[from[i]] += factor;
      change[to[i]] -= factor;
    }
    double[] next = new double[cells];
    double factor = 0;
    for (int i = 0; i < cells; i++) {
      factor += change[i];
      next[i] = Math.max(0, factor * shares[i]);
    }
    next = smoothed(next, radius);
    for (int i = 0; i < cells; i++) {
      next[i] = (next[i] + UNSEEN / cells) / weight;
    }
    return next;
  }

  /** How well each job is foretold by the others: the weighted sum of logarithms. */
  double foretold(double[] shares, int radius) {
    double[] sums = sums(shares);
    double[] leaving = leaving(radius);
    double score = 0;
    for (int i = 0; i < from.length; i++) {
      double inside = inside(sums, i);
      double own = 1;
      for (int near = 0; near < Math.min(leaving.length, to[i] - from[i]); near++) {
        own -= leaving[near] * (shares[from[i] + near] + shares[to[i] - 1 - near]) / inside;
      }
      double others = (inside * weight - weights[i] * own) / (weight - weights[i]);
      score += weights[i] * Math.log(Math.max(1e-12, others));
    }
    return score;
  }

  /** The part of a cell's share that smoothing moves further than so many cells to one side. */
  private static double[] leaving(int radius) {
    double[] one = new double[6 * radius + 1];
    one[3 * radius] = 1;
    double[] sums = sums(smoothed(one, radius));
    double[] leaving = new double[3 * radius];
    for (int i = 0; i < leaving.length; i++) {
      leaving[i] = 1 - sums[3 * radius + 1 + i];
    }
    return leaving;
  }

  private double inside(double[] sums, int job) {
    return Math.max(1e-300, sums[to[job]] - sums[from[job]]);
  }

  /** The radius at which three running means are as wide as a bell curve of so many cells. */
  static int radius(double cells) {
    return (int) Math.round((Math.sqrt(4 * cells * cells + 1) - 1) / 2);
  }

  /** Three running means, which come close to a bell curve at a fraction of the cost. */
  private static double[] smoothed(double[] shares, int radius) {
    double[] result = shares;
    for (int pass = 0; pass < 3 && radius > 0; pass++) {
      double[] sums = sums(result);
      result = new double[shares.length];
      for (int i = 0; i < result.length; i++) {
        int high = Math.min(result.length, i + radius + 1);
        result[i] = (sums[high] - sums[Math.max(0, i - radius)]) / (2 * radius + 1);
      }
    }
    return result;
  }

  private static double[] sums(double[] shares) {
    double[] sums = new double[shares.length + 1];
    for (int i = 0; i < shares.length; i++) {
      sums[i + 1] = sums[i] + shares[i];
    }
    return sums;
  }
}
