// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.polling;

import dev.mediagen.ModelId;
import dev.mediagen.internal.poll.PollPlans;
import java.time.Duration;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * Polls and delays of the planner, of fixed loops, and of the best schedule that knows everything.
 * The same seed leads to the same figures.
 */
public final class PollingBenchmark {
  private static final ModelId MODEL = ModelId.of("invented/model");
  private static final int JOBS = 20_000;
  private static final int LEARNERS = 25;
  private static final int SEEN = 50;

  private PollingBenchmark() {}

  /** Prints the tables. */
  public static void run() {
    System.out.printf(
        "mean polls and mean delay in seconds of %,d jobs; the best has the polls of «after 50»%n"
            + "%-27s|%14s|%14s|%14s|%14s|%14s|%14s|%7s|%6s|%6s%n",
        JOBS,
        "durations",
        "every 0.5 s",
        "every 3 s",
        "every 5 s",
        "cold",
        "cold, typical",
        "after 50",
        "best",
        "ratio",
        "exact");
    List<Row> rows = Durations.all().parallelStream().map(PollingBenchmark::row).toList();
    rows.forEach(row -> System.out.println(row.text()));
    DoubleSummaryStatistics ratios = rows.stream().mapToDouble(Row::ratio).summaryStatistics();
    System.out.printf(
        "worst ratio %.3f, mean %.3f; «exact»: the ratio when the vendor told the moments%n",
        ratios.getMax(), ratios.getAverage());
    DriftTable.print();
  }

  private record Row(String text, double ratio) {}

  private static Row row(Durations durations) {
    double[] jobs = durations.sample(JOBS, 1);
    BestPossible best = new BestPossible(jobs);
    Score learned = afterwards(durations, jobs, false);
    Score exact = afterwards(durations, jobs, true);
    double ratio = learned.delay() / best.delay(learned.polls());
    String text =
        "%-27s|%s|%s|%s|%s|%s|%s|%7.2f|%6.3f|%6.3f"
            .formatted(
                durations.name(),
                loop(jobs, 0.5),
                loop(jobs, 3),
                loop(jobs, 5),
                cold(jobs, Optional.empty()),
                cold(jobs, Optional.of(median(jobs))),
                learned,
                best.delay(learned.polls()),
                ratio,
                exact.delay() / best.delay(exact.polls()));
    return new Row(text, ratio);
  }

  private static Score loop(double[] jobs, double pause) {
    Score score = new Score();
    for (double job : jobs) {
      score.poll(job, waited -> pause);
    }
    return score;
  }

  private static Score cold(double[] jobs, Optional<Duration> typical) {
    PollPlans plans = new PollPlans(0);
    Score score = new Score();
    for (double job : jobs) {
      score.poll(job, plans.plan(MODEL, typical));
    }
    return score;
  }

  /** Each learner polls its first jobs itself, and learns no more than its polls tell. */
  private static Score afterwards(Durations durations, double[] jobs, boolean exact) {
    Score score = new Score();
    for (int learner = 0; learner < LEARNERS; learner++) {
      PollPlans plans = new PollPlans((double) learner / LEARNERS);
      for (double job : durations.sample(SEEN, 100 + learner)) {
        learn(plans, job, exact);
      }
      int each = jobs.length / LEARNERS;
      for (int i = learner * each; i < (learner + 1) * each; i++) {
        score.poll(jobs[i], plans.plan(MODEL, Optional.empty()));
      }
    }
    return score;
  }

  private static void learn(PollPlans plans, double job, boolean exact) {
    Score.Seen seen = new Score().poll(job, plans.plan(MODEL, Optional.empty()));
    Duration moment = duration(job);
    plans.learn(
        MODEL, exact ? moment : duration(seen.notDone()), exact ? moment : duration(seen.done()));
  }

  static Duration duration(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private static Duration median(double[] jobs) {
    double[] sorted = jobs.clone();
    Arrays.sort(sorted);
    return duration(sorted[sorted.length / 2]);
  }
}
