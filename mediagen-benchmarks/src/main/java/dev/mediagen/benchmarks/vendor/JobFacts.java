// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.vendor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the vendor knows of one submission. Times are microseconds since the epoch. Immutable.
 *
 * @param id the vendor's id of the job
 * @param key the client's id of the submission; empty when it sent none
 * @param done when the job was or will be done
 * @param told when «done» was answered for the first time; 0 when it never was
 * @param polls when the job was asked for, in milliseconds since it was accepted
 */
public record JobFacts(
    String id, String key, long accepted, long done, long told, List<Integer> polls) {

  /** This submission as one line of text. */
  String line() {
    String asked = polls.stream().map(String::valueOf).collect(Collectors.joining(","));
    return String.join(
        ";", id, key, String.valueOf(accepted), String.valueOf(done), String.valueOf(told), asked);
  }

  /** Reads what {@link #line} wrote. */
  static JobFacts parse(String line) {
    String[] parts = line.split(";", -1);
    return new JobFacts(
        parts[0],
        parts[1],
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]),
        Stream.of(parts[5].split(",")).filter(s -> !s.isEmpty()).map(Integer::valueOf).toList());
  }
}
