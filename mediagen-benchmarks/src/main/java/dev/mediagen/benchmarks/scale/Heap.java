// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.scale;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;

/** Looks at this process's own heap. */
final class Heap {
  private Heap() {}

  /** The bytes that are in use after a collection. */
  static long used() {
    // The second collection takes what the first one only made unreachable: cleaners, references.
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** The bytes of the living objects of each class. */
  static Map<String, Long> histogram() {
    String table;
    try {
      table =
          (String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "gcClassHistogram",
                      new Object[] {new String[0]},
                      new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException("this JVM counts no objects", e);
    }
    Map<String, Long> bytes = new HashMap<>();
    table
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(row -> row.length >= 4 && row[0].endsWith(":"))
        .forEach(row -> bytes.merge(row[3], Long.parseLong(row[2]), Long::sum));
    return bytes;
  }

  /** What came in between, per job, the heaviest classes first; at most so many lines. */
  static List<String> grown(Map<String, Long> before, Map<String, Long> after, int jobs, int most) {
    Map<String, Long> grown = new TreeMap<>();
    after.forEach((type, bytes) -> grown.put(type, (bytes - before.getOrDefault(type, 0L)) / jobs));
    return grown.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(most)
        .map(entry -> "%6d  %s".formatted(entry.getValue(), entry.getKey()))
        .toList();
  }
}
