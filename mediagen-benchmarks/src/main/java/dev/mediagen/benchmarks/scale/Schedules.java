// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.scale;

import dev.mediagen.benchmarks.vendor.JobFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files through which the processes of a run tell each other of single jobs. */
final class Schedules {
  private Schedules() {}

  /**
   * A job as its client saw it.
   *
   * @param known when its outputs were known, in microseconds since the epoch
   */
  record Known(String id, long known) {}

  /** Writes down when each job was known to be done, by index. */
  static void known(Path folder, Phase phase, String[] ids, long[] known) throws IOException {
    Files.write(
        folder.resolve(phase + ".known"),
        IntStream.range(0, ids.length).mapToObj(i -> ids[i] + " " + known[i]).toList());
  }

  /** Reads what {@link #known(Path, Phase, String[], long[])} wrote. */
  static List<Known> known(Path folder, Phase phase) throws IOException {
    return Files.readAllLines(folder.resolve(phase + ".known")).stream()
        .map(line -> line.split(" "))
        .map(parts -> new Known(parts[0], Long.parseLong(parts[1])))
        .toList();
  }

  /** Writes down when each job was asked for, by index. */
  static void write(Path folder, Phase phase, List<Known> known, Map<String, JobFacts> facts)
      throws IOException {
    Files.write(
        folder.resolve(phase + ".moments"),
        known.stream()
            .map(job -> Objects.requireNonNull(facts.get(job.id())).polls())
            .map(polls -> polls.stream().map(String::valueOf).collect(Collectors.joining(" ")))
            .toList());
  }

  /** Reads what {@link #write} wrote; empty when there is nothing. */
  static List<List<Integer>> read(Path folder, Phase phase) throws IOException {
    Path file = folder.resolve(phase + ".moments");
    return Files.exists(file)
        ? Files.readAllLines(file).stream()
            .map(line -> Stream.of(line.split(" ")).map(Integer::valueOf).toList())
            .toList()
        : List.of();
  }
}
