// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks;

import dev.mediagen.benchmarks.bytes.BytesBenchmark;
import dev.mediagen.benchmarks.kill.KillBenchmark;
import dev.mediagen.benchmarks.polling.PollingBenchmark;
import dev.mediagen.benchmarks.push.PushBenchmark;
import dev.mediagen.benchmarks.scale.ScaleBenchmark;
import java.util.Map;
import java.util.TreeMap;

/** Runs one benchmark by its name. */
public final class Main {
  /** A benchmark: prints what it found. */
  interface Benchmark {
    void run() throws Exception;
  }

  private static final Map<String, Benchmark> ALL =
      new TreeMap<>(
          Map.of(
              "bytes", BytesBenchmark::run,
              "kill", KillBenchmark::run,
              "polling", PollingBenchmark::run,
              "push", PushBenchmark::run,
              "scale", ScaleBenchmark::run));

  private Main() {}

  /** Runs the benchmark that the first argument names, or lists them. */
  public static void main(String[] args) throws Exception {
    Benchmark benchmark = args.length == 0 ? null : ALL.get(args[0]);
    if (benchmark == null) {
      System.out.println("benchmarks: " + String.join(", ", ALL.keySet()));
      return;
    }
    benchmark.run();
  }
}
