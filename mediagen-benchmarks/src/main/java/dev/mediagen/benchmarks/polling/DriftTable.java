// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.polling;

import dev.mediagen.ModelId;
import dev.mediagen.internal.poll.PollPlans;
import java.util.Optional;

/** How long the planner takes to notice that a model has become slower or faster. */
final class DriftTable {
  private static final ModelId MODEL = ModelId.of("invented/model");
  private static final int LEARNERS = 100;
  private static final int BEFORE = 60;
  private static final int[] AFTER = {5, 10, 15, 20, 30, 50, 100};

  private DriftTable() {}

  static void print() {
    System.out.printf(
        "%na model changes after %d jobs; polls, delay, and delay over the best at as many polls%n",
        BEFORE);
    for (double sigma : new double[] {0.3, 0.5, 1}) {
      Durations before = Durations.logNormal(20, sigma);
      for (double factor : new double[] {5, 0.2}) {
        print(before, before.slower(factor));
      }
    }
  }

  private static void print(Durations before, Durations after) {
    Score[] scores = new Score[AFTER.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = new Score();
    }
    long took = 0;
    for (int learner = 0; learner < LEARNERS; learner++) {
      PollPlans plans = new PollPlans((double) learner / LEARNERS);
      for (double job : before.sample(BEFORE, learner)) {
        poll(plans, job, new Score());
      }
      double[] jobs = after.sample(AFTER[AFTER.length - 1], 1000 + learner);
      for (int i = 0, window = 0; i < jobs.length; i++) {
        window += i == AFTER[window] ? 1 : 0;
        long start = System.nanoTime();
        poll(plans, jobs[i], scores[window]);
        took += System.nanoTime() - start;
      }
    }
    BestPossible best = new BestPossible(after.sample(20_000, 1));
    System.out.printf(
        "%s (%.2f ms to poll and learn a job)%n",
        after.name(), took / 1e6 / LEARNERS / AFTER[AFTER.length - 1]);
    for (int i = 0; i < scores.length; i++) {
      System.out.printf(
          "  jobs %3d-%3d |%s| %.2f%n",
          i == 0 ? 1 : AFTER[i - 1] + 1,
          AFTER[i],
          scores[i],
          scores[i].delay() / best.delay(scores[i].polls()));
    }
  }

  private static void poll(PollPlans plans, double job, Score score) {
    Score.Seen seen = score.poll(job, plans.plan(MODEL, Optional.empty()));
    plans.learn(
        MODEL, PollingBenchmark.duration(seen.notDone()), PollingBenchmark.duration(seen.done()));
  }
}
