// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.scale;

/** What is measured, in the order in which it is shown. */
enum Measure {
  WALL("wall time", "s", ""),
  THREADS("threads above those of an idle JVM, at most", "", "<= 40"),
  CPU("CPU of the process per job", "us", "<= 1.2 x by hand"),
  JVM("  of these, JIT compiler and collector", "us", ""),
  POLLS("polls per job", "", ""),
  LATE_MEAN("known after done at the vendor: mean", "ms", ""),
  LATE_P50("  p50", "ms", ""),
  LATE_P99("  p99", "ms", ""),
  LATE_MAX("  max", "ms", ""),
  HEAP_REQUEST("heap per waiting job: its request, held by the program", "bytes", ""),
  HEAP_JOB("  all else: the job, and the future that the program holds", "bytes", "<= 2048"),
  HEAP_ALONE("  kept once the program holds neither request nor future", "bytes", "");

  private final String label;
  private final String unit;
  private final String aim;

  Measure(String label, String unit, String aim) {
    this.label = label;
    this.unit = unit;
    this.aim = aim;
  }

  String label() {
    return unit.isEmpty() ? label : label + ", " + unit;
  }

  String aim() {
    return aim;
  }
}
