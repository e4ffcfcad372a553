// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.kill;

import dev.mediagen.benchmarks.vendor.JobFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds what the client wrote down against what the vendor knows. Immutable.
 *
 * @param counts what is worth showing, by its name
 * @param violations what must not be; empty when all is well
 */
record Verdict(Map<String, Long> counts, List<String> violations) {

  /**
   * What the client wrote down in all its lives.
   *
   * @param finished the vendor's ids of the jobs whose result it had
   * @param unknown the client ids of submissions that it reported as unknown
   * @param notSent the client ids of submissions of which it reported that they became no job
   * @param failed other failures, in words
   */
  record Written(
      List<String> finished, List<String> unknown, List<String> notSent, List<String> failed) {}

  /** The verdict; whoever can look a lost submission up has no excuse for an unknown one. */
  static Verdict of(List<JobFacts> vendor, Written written, boolean canLookUp) {
    Set<String> finished = new HashSet<>(written.finished());
    Set<String> unknown = new HashSet<>(written.unknown());
    Set<String> notSent = new HashSet<>(written.notSent());
    Map<String, Long> perKey =
        vendor.stream().collect(Collectors.groupingBy(JobFacts::key, Collectors.counting()));
    Set<String> ids = vendor.stream().map(JobFacts::id).collect(Collectors.toSet());

    List<String> violations = new ArrayList<>();
    perKey.forEach(
        (key, times) -> {
          if (times > 1) {
            violations.add(key + " was submitted " + times + " times");
          }
        });
    for (JobFacts job : vendor) {
      if (!finished.contains(job.id()) && !unknown.contains(job.key())) {
        violations.add(job.id() + " (" + job.key() + ") was accepted and then lost");
      }
      if (notSent.contains(job.key())) {
        violations.add(job.id() + " (" + job.key() + ") was accepted and reported as not sent");
      }
    }
    finished.stream()
        .filter(id -> !ids.contains(id))
        .forEach(id -> violations.add(id + " is finished, and the vendor does not know it"));
    if (canLookUp) {
      unknown.forEach(key -> violations.add(key + " is unknown although it can be looked up"));
    }
    written.failed().forEach(failure -> violations.add("failed: " + failure));

    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("submissions at the vendor", (long) vendor.size());
    counts.put("different submissions among them", (long) perKey.size());
    counts.put("jobs whose result was recorded", (long) finished.size());
    counts.put("results recorded more than once", repeated(written.finished()));
    counts.put("submissions reported as unknown", (long) unknown.size());
    counts.put("  that the vendor has", unknown.stream().filter(perKey::containsKey).count());
    counts.put("submissions reported as not sent", (long) notSent.size());
    return new Verdict(counts, List.copyOf(violations));
  }

  private static long repeated(List<String> words) {
    return words.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .values()
        .stream()
        .filter(times -> times > 1)
        .count();
  }
}
