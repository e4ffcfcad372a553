// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.kill;

import dev.mediagen.benchmarks.ChildJvm;
import dev.mediagen.benchmarks.vendor.LocalVendor;
import dev.mediagen.benchmarks.vendor.VendorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a program with two hundred jobs in flight at fifty moments, and asks the vendor afterwards
 * whether anything was lost or paid for twice: once with a vendor that cannot be asked for a lost
 * submission, once with one that can. Fails when it was.
 *
 * <p>System properties: {@code bench.kills} (50) and {@code bench.seed}, which is printed, so that
 * the same moments can be had again.
 */
public final class KillBenchmark {
  private static final int FLIGHT = 200;

  /** The last life submits a few more, and then ends by itself. */
  private static final int LAST_JOBS = 200;

  /** Kills come so many milliseconds after the program began to recover, at most. */
  private static final int LONGEST_LIFE = 4_000;

  /** A quarter of them comes within this time, while it still recovers. */
  private static final int RECOVERING = 400;

  private final int kills = Integer.getInteger("bench.kills", 50);
  private final long seed = Long.getLong("bench.seed", System.nanoTime() % 1_000_000);

  private KillBenchmark() {}

  /** Kills, and prints what became of the jobs. */
  public static void run() throws IOException {
    new KillBenchmark().both();
  }

  private void both() throws IOException {
    System.out.printf("%d kills, %d jobs in flight, seed %d%n", kills, FLIGHT, seed);
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    verdicts.put("never repeated", lives("bench/quick", false));
    verdicts.put("after a look-up", lives("bench/quick-found", true));
    print(verdicts);
    List<String> violations = new ArrayList<>();
    verdicts.forEach(
        (name, verdict) -> verdict.violations().forEach(v -> violations.add(name + ": " + v)));
    if (!violations.isEmpty()) {
      throw new IllegalStateException(
          violations.size() + " violations:\n" + String.join("\n", violations));
    }
  }

  private Verdict lives(String model, boolean canLookUp) throws IOException {
    Random chance = new Random(seed);
    Path folder = Files.createTempDirectory("mediagen-kill");
    // Between acceptance and answer lie 30 ms, so that kills fall in there.
    try (LocalVendor vendor = LocalVendor.start(new VendorSettings(200, 1_500, 30, seed))) {
      System.out.printf("%n%s, killed after ms:", model);
      for (int life = 0; life < kills; life++) {
        ChildJvm client = client(vendor, folder, model, Integer.MAX_VALUE);
        client.line();
        int millis = chance.nextInt(chance.nextInt(4) == 0 ? RECOVERING : LONGEST_LIFE);
        System.out.printf(" %d", millis);
        pause(millis);
        client.kill();
      }
      System.out.println();
      ChildJvm last = client(vendor, folder, model, LAST_JOBS);
      if (last.await() != 0) {
        throw new IOException("the last life did not end well");
      }
      return Verdict.of(
          vendor.jobs(),
          new Verdict.Written(
              AppendFile.read(folder.resolve("finished")),
              AppendFile.read(folder.resolve("unknown")),
              AppendFile.read(folder.resolve("not-sent")),
              AppendFile.read(folder.resolve("failed"))),
          canLookUp);
    }
  }

  private static ChildJvm client(LocalVendor vendor, Path folder, String model, int jobs)
      throws IOException {
    return ChildJvm.start(
        KillClient.class,
        List.of("-Xmx256m"),
        vendor.url(),
        folder.toString(),
        model,
        String.valueOf(FLIGHT),
        String.valueOf(jobs));
  }

  private static void pause(int millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  private static void print(Map<String, Verdict> verdicts) {
    System.out.printf("%n%-40s", "lost submissions are");
    verdicts.keySet().forEach(name -> System.out.printf(" %16s", name));
    verdicts
        .values()
        .iterator()
        .next()
        .counts()
        .keySet()
        .forEach(
            count -> {
              System.out.printf("%n%-40s", count);
              verdicts.values().forEach(v -> System.out.printf(" %16d", v.counts().get(count)));
            });
    System.out.printf("%n%-40s", "violations");
    verdicts.values().forEach(v -> System.out.printf(" %16d", v.violations().size()));
    System.out.println();
  }
}
