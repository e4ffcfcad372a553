// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.bytes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
  public static void run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("mediagen-bytes-");
    Process vendor = start(BytesVendor.class, List.of("-Xmx64m"));
    try {
      String base = String.valueOf(lines(vendor).readLine());
      Map<Way, List<Run>> runs = new EnumMap<>(Way.class);
      for (int round = 0; round < ROUNDS; round++) {
        for (Way way : Way.values()) {
          runs.computeIfAbsent(way, ignored -> new ArrayList<>()).add(once(way, base, folder));
        }
      }
      print(runs);
    } finally {
      vendor.destroy();
      Files.deleteIfExists(folder);
    }
  }

  private static Run once(Way way, String base, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve(way + ".bin");
    Process client =
        start(BytesClient.class, List.of("-Xmx32m"), way.name(), base, file.toString());
    String[] said = String.valueOf(lines(client).readLine()).split(" ");
    int exit = client.waitFor();
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

  private static Process start(Class<?> main, List<String> options, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static BufferedReader lines(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
