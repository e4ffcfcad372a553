// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.benchmarks.vendor.JobFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final List<JobFacts> VENDOR = List.of(job("j1", "a"), job("j2", "b"));

  @Test
  void all_is_well_when_every_job_was_recorded() {
    assertThat(verdict(VENDOR, written("j1 j2", "", ""), true).violations()).isEmpty();
  }

  @Test
  void a_job_that_nobody_recorded_was_lost() {
    assertThat(verdict(VENDOR, written("j1", "", ""), false).violations())
        .containsExactly("j2 (b) was accepted and then lost");
  }

  @Test
  void an_unknown_submission_explains_a_job_only_where_nothing_can_be_looked_up() {
    Verdict.Written written = written("j1", "b", "");

    assertThat(verdict(VENDOR, written, false).violations()).isEmpty();
    assertThat(verdict(VENDOR, written, true).violations())
        .containsExactly("b is unknown although it can be looked up");
  }

  @Test
  void a_submission_that_came_twice_was_paid_twice() {
    List<JobFacts> twice = List.of(job("j1", "a"), job("j2", "a"));

    assertThat(verdict(twice, written("j1 j2", "", ""), true).violations())
        .containsExactly("a was submitted 2 times");
  }

  @Test
  void a_job_must_not_be_reported_as_not_sent() {
    assertThat(verdict(VENDOR, written("j1 j2", "", "b c"), true).violations())
        .containsExactly("j2 (b) was accepted and reported as not sent");
  }

  @Test
  void a_result_of_a_job_that_the_vendor_does_not_know_is_made_up() {
    assertThat(verdict(VENDOR, written("j1 j2 j3", "", ""), true).violations())
        .containsExactly("j3 is finished, and the vendor does not know it");
  }

  @Test
  void a_result_may_be_recorded_twice_and_is_counted() {
    Verdict verdict = verdict(VENDOR, written("j1 j2 j1", "", ""), true);

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.counts()).containsEntry("results recorded more than once", 1L);
  }

  private static Verdict verdict(
      List<JobFacts> vendor, Verdict.Written written, boolean canLookUp) {
    return Verdict.of(vendor, written, canLookUp);
  }

  private static Verdict.Written written(String finished, String unknown, String notSent) {
    return new Verdict.Written(words(finished), words(unknown), words(notSent), List.of());
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static JobFacts job(String id, String key) {
    return new JobFacts(id, key, 0, 0, 0, List.of());
  }
}
