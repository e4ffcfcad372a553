// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The CPU time of the threads of which Java tells nothing: the JIT compiler's and the collector's.
 * Known on Linux only, from {@code /proc}.
 */
final class JvmThreads {
  private static final Path TASKS = Path.of("/proc/self/task");

  /** How their names begin, cut to the 15 characters that Linux keeps. */
  private static final List<String> NAMES =
      List.of("C1 Compiler", "C2 Compiler", "G1 ", "GC Thread", "VM Thread");

  private static final long MICROS_PER_TICK = 10_000;

  private JvmThreads() {}

  /** Their CPU time so far, in microseconds; none where it cannot be known. */
  static OptionalLong cpu() throws IOException {
    if (!Files.isDirectory(TASKS)) {
      return OptionalLong.empty();
    }
    List<Path> tasks;
    try (Stream<Path> all = Files.list(TASKS)) {
      tasks = all.toList();
    }
    long ticks = 0;
    for (Path task : tasks) {
      ticks += ticks(task);
    }
    return OptionalLong.of(ticks * MICROS_PER_TICK);
  }

  private static long ticks(Path task) {
    try {
      boolean counts = NAMES.stream().anyMatch(Files.readString(task.resolve("comm"))::startsWith);
      return counts ? ticks(Files.readString(task.resolve("stat"))) : 0;
    } catch (IOException e) {
      return 0; // A thread that has ended since is none of those looked for, which do not end.
    }
  }

  /** User and system time: the 14th and 15th field, counted from after the name. */
  private static long ticks(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }
}
