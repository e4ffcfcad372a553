// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.scale;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mediagen.benchmarks.ChildJvm;
import dev.mediagen.benchmarks.vendor.JobFacts;
import dev.mediagen.benchmarks.vendor.LocalVendor;
import dev.mediagen.benchmarks.vendor.VendorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ten thousand jobs of ten seconds at once: what they cost the client in threads, memory and CPU,
 * and how late it knows of their end; beside the same calls made by hand with OkHttp. Vendor and
 * client are processes of their own, rounds alternate between the contenders, and what is shown is
 * the median.
 *
 * <p>System properties: {@code bench.jobs} (10000), {@code bench.rounds} (3), {@code bench.flags}
 * for the JVM of the library's client, for example to record its execution.
 */
public final class ScaleBenchmark {
  static final String MEDIAGEN = "mediagen";
  static final String BY_HAND = "by hand";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Phase> COMPARED =
      List.of(Phase.WARM_UP, Phase.BURST, Phase.STEADY, Phase.WAITING);
  private static final List<Phase> STALLED = List.of(Phase.WARM_UP, Phase.BURST, Phase.STALLS);

  private final int jobs = Integer.getInteger("bench.jobs", 10_000);
  private final int rounds = Integer.getInteger("bench.rounds", 3);

  /** Measures, and prints what was found. */
  public static void run() throws IOException {
    new ScaleBenchmark().compare();
  }

  private void compare() throws IOException {
    Table table = new Table();
    List<String> heap = List.of();
    for (int round = 1; round <= rounds; round++) {
      Path folder = Files.createTempDirectory("mediagen-scale");
      for (String contender : List.of(MEDIAGEN, BY_HAND)) {
        System.out.printf("round %d of %d: %s%n", round, rounds, contender);
        run(contender, folder, COMPARED)
            .forEach((phase, found) -> table.add(phase, contender, found));
        heap = contender.equals(MEDIAGEN) ? Files.readAllLines(folder.resolve("heap")) : heap;
      }
    }
    table.print(List.of(Phase.BURST, Phase.STEADY, Phase.WAITING), jobs);
    System.out.println("\nheap per waiting job by class, bytes, request included (mediagen)");
    heap.forEach(System.out::println);
    stalls();
  }

  /** Whether jobs are known late because others get no answer. */
  private void stalls() throws IOException {
    Table table = new Table();
    run(MEDIAGEN, Files.createTempDirectory("mediagen-scale"), STALLED)
        .forEach((phase, found) -> table.add(phase, MEDIAGEN, found));
    System.out.println("\njobs that stall must not make others late, which alone are counted:");
    table.print(List.of(Phase.BURST, Phase.STALLS), jobs);
  }

  private Map<Phase, Map<Measure, Double>> run(String contender, Path folder, List<Phase> phases)
      throws IOException {
    try (LocalVendor vendor = LocalVendor.start(new VendorSettings(10_000, 10_000, 0, 1))) {
      List<String> arguments =
          new ArrayList<>(List.of(contender, vendor.url(), folder.toString(), "" + jobs));
      phases.forEach(phase -> arguments.add(phase.name()));
      ChildJvm client =
          ChildJvm.start(ScaleClient.class, flags(contender), arguments.toArray(String[]::new));
      Map<Phase, Map<Measure, Double>> all = new EnumMap<>(Phase.class);
      for (Phase phase : phases) {
        all.put(phase, JSON.readValue(client.line(), new TypeReference<>() {}));
      }
      if (client.await() != 0) {
        throw new IOException("the client of " + contender + " failed");
      }
      Map<String, JobFacts> facts =
          vendor.jobs().stream().collect(Collectors.toMap(JobFacts::id, Function.identity()));
      for (Phase phase : phases) {
        if (phase != Phase.WAITING) {
          List<Schedules.Known> known = Schedules.known(folder, phase);
          Objects.requireNonNull(all.get(phase)).putAll(seen(phase, known, facts));
          if (contender.equals(MEDIAGEN)) {
            Schedules.write(folder, phase, known, facts);
          }
        }
      }
      return all;
    }
  }

  private static List<String> flags(String contender) {
    Stream<String> more =
        contender.equals(MEDIAGEN)
            ? Stream.of(System.getProperty("bench.flags", "").split(" ")).filter(f -> !f.isEmpty())
            : Stream.of();
    return Stream.concat(Stream.of("-Xms512m", "-Xmx512m"), more).toList();
  }

  /** What only the vendor and the client together know. */
  private static Map<Measure, Double> seen(
      Phase phase, List<Schedules.Known> known, Map<String, JobFacts> facts) {
    double[] late =
        IntStream.range(0, known.size())
            .filter(i -> !phase.stalls(i))
            .mapToObj(known::get)
            .mapToDouble(job -> (job.known() - fact(facts, job).done()) / 1e3)
            .sorted()
            .toArray();
    Map<Measure, Double> seen = new EnumMap<>(Measure.class);
    seen.put(
        Measure.POLLS,
        known.stream().mapToInt(job -> fact(facts, job).polls().size()).average().orElse(0));
    seen.put(
        Measure.LATE_MEAN,
        IntStream.range(0, late.length).mapToDouble(i -> late[i]).average().orElse(0));
    seen.put(Measure.LATE_P50, late[late.length / 2]);
    seen.put(Measure.LATE_P99, late[late.length * 99 / 100]);
    seen.put(Measure.LATE_MAX, late[late.length - 1]);
    return seen;
  }

  private static JobFacts fact(Map<String, JobFacts> facts, Schedules.Known job) {
    return Objects.requireNonNull(facts.get(job.id()), job.id());
  }
}
