// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import dev.mediagen.JobState;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A vendor's words for the states of a job, in any case. A word that is not listed means «still
 * running», never success, with a warning that the engine reports once. Immutable.
 */
public final class StatusWords {
  private final Map<String, JobState> words;

  private StatusWords(Map<String, JobState> words) {
    this.words = words;
  }

  /** No words yet. */
  public static StatusWords of() {
    return new StatusWords(Map.of());
  }

  /** Adds words for «accepted and waiting». */
  public StatusWords queued(String... more) {
    return with(JobState.QUEUED, more);
  }

  /** Adds words for «being worked on». */
  public StatusWords running(String... more) {
    return with(JobState.RUNNING, more);
  }

  /** Adds words for «done». */
  public StatusWords succeeded(String... more) {
    return with(JobState.SUCCEEDED, more);
  }

  /** Adds words for «failed». */
  public StatusWords failed(String... more) {
    return with(JobState.FAILED, more);
  }

  /** Adds words for «cancelled». */
  public StatusWords canceled(String... more) {
    return with(JobState.CANCELED, more);
  }

  /** Adds words for «no longer known». */
  public StatusWords expired(String... more) {
    return with(JobState.EXPIRED, more);
  }

  /** The state a word stands for; an unknown word is RUNNING. */
  public JobState state(String word) {
    return words.getOrDefault(word.toLowerCase(Locale.ROOT), JobState.RUNNING);
  }

  /** An update with the state a word stands for, and a warning when the word is unknown. */
  public JobUpdate.Builder read(String word) {
    JobUpdate.Builder update = JobUpdate.of(state(word));
    return words.containsKey(word.toLowerCase(Locale.ROOT))
        ? update
        : update.warning("unknown status word \"" + word + "\" taken for still running");
  }

  private StatusWords with(JobState state, String... more) {
    Map<String, JobState> all = new HashMap<>(words);
    for (String word : more) {
      all.put(word.toLowerCase(Locale.ROOT), state);
    }
    return new StatusWords(Map.copyOf(all));
  }
}
