// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobState;
import org.junit.jupiter.api.Test;

class StatusWordsTest {
  private static final StatusWords WORDS =
      StatusWords.of()
          .queued("IN_QUEUE")
          .running("in_progress")
          .succeeded("Succeed", "succeeded")
          .failed("failed")
          .canceled("canceled", "cancelled")
          .expired("gone");

  @Test
  void words_are_known_in_any_case() {
    assertThat(WORDS.state("in_queue")).isEqualTo(JobState.QUEUED);
    assertThat(WORDS.state("In_Progress")).isEqualTo(JobState.RUNNING);
    assertThat(WORDS.state("SUCCEED")).isEqualTo(JobState.SUCCEEDED);
    assertThat(WORDS.state("FAILED")).isEqualTo(JobState.FAILED);
    assertThat(WORDS.state("Cancelled")).isEqualTo(JobState.CANCELED);
    assertThat(WORDS.state("GONE")).isEqualTo(JobState.EXPIRED);
  }

  @Test
  void an_unknown_word_means_still_running_with_a_warning() {
    JobUpdate update = WORDS.read("finalizing").build();

    assertThat(update.state()).isEqualTo(JobState.RUNNING);
    assertThat(update.warnings())
        .containsExactly("unknown status word \"finalizing\" taken for still running");
  }

  @Test
  void a_known_word_gives_no_warning() {
    assertThat(WORDS.read("In_Queue").build().warnings()).isEmpty();
  }

  @Test
  void more_words_make_another_table() {
    StatusWords more = WORDS.failed("spoilt");

    assertThat(more.state("spoilt")).isEqualTo(JobState.FAILED);
    assertThat(WORDS.state("spoilt")).isEqualTo(JobState.RUNNING);
  }
}
