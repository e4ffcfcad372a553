// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.bytes;

import dev.mediagen.benchmarks.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Downloads an output and reads an image out of JSON, each in a JVM with 32 MiB of heap, and beside
 * each a bare OkHttp copy of the same reply to a file. The vendor is a JVM of its own; runs take
 * turns, and medians count.
 */
public final class BytesBenchmark {
  private static final int ROUNDS = 5;

  private record Run(double megabytesPerSecond, double heap) {}

  private BytesBenchmark() {}

  /** Runs all ways in turns and prints their medians. */
  public static void run() throws IOException {
    Path folder = Files.createTempDirectory("mediagen-bytes-");
    ChildJvm vendor = ChildJvm.start(BytesVendor.class, List.of("-Xmx64m"));
    try {
      String base = vendor.line();
      Map<Way, List<Run>> runs = new EnumMap<>(Way.class);
      for (int round = 0; round < ROUNDS; round++) {
        for (Way way : Way.values()) {
          runs.computeIfAbsent(way, ignored -> new ArrayList<>()).add(once(way, base, folder));
        }
      }
      print(runs);
    } finally {
      vendor.kill();
      Files.deleteIfExists(folder);
    }
  }

  private static Run once(Way way, String base, Path folder) throws IOException {
    Path file = folder.resolve(way + ".bin");
    ChildJvm client =
        ChildJvm.start(BytesClient.class, List.of("-Xmx32m"), way.name(), base, file.toString());
    String[] said = client.line().split(" ");
    int exit = client.await();
    long size = Files.size(file);
    Files.delete(file);
    if (exit != 0 || size != way.fileSize()) {
      throw new IOException(way + " ended with " + exit + " and a file of " + size + " bytes");
    }
    double seconds = Long.parseLong(said[0]) / 1e9;
    return new Run(way.bodySize() / 1e6 / seconds, Long.parseLong(said[1]) / 1e6);
  }

  private static void print(Map<Way, List<Run>> runs) {
    System.out.println("MB/s of the reply's body, median (lowest to highest); peak heap in MB");
    for (Way way : Way.values()) {
      double[] speeds =
          of(runs, way).stream().mapToDouble(Run::megabytesPerSecond).sorted().toArray();
      double heap = of(runs, way).stream().mapToDouble(Run::heap).max().orElseThrow();
      System.out.printf(
          Locale.ROOT,
          "%-14s %7.0f (%.0f to %.0f)  ratio %.2f  heap %.0f%n",
          way,
          median(speeds),
          speeds[0],
          speeds[speeds.length - 1],
          ratio(runs, way),
          heap);
    }
  }

  private static List<Run> of(Map<Way, List<Run>> runs, Way way) {
    return runs.getOrDefault(way, List.of());
  }

  /** The median of the ratios within each round: neighbours in time meet the same machine. */
  private static double ratio(Map<Way, List<Run>> runs, Way way) {
    List<Run> mine = of(runs, way);
    List<Run> bare = of(runs, way.bare());
    double[] ratios = new double[mine.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = mine.get(i).megabytesPerSecond() / bare.get(i).megabytesPerSecond();
    }
    Arrays.sort(ratios);
    return median(ratios);
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }
}
