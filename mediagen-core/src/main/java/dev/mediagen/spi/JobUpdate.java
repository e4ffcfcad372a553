// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import dev.mediagen.JobState;
import dev.mediagen.catalog.Cost;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.internal.ImmutableStyle;
import dev.mediagen.transcript.TranscriptSegment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a reply or a webhook says of a job. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface JobUpdate {
  /** Where the job stands. */
  JobState state();

  /** The vendor's id of the job; required in the first update of a job that is not finished yet. */
  Optional<String> jobId();

  /** The stage the job is at from now on; unchanged when left out. */
  Optional<String> stage();

  /** What the next calls need, added to the handle's data. Never a secret. */
  Map<String, String> data();

  /** Whether the next call is to be made at once, because it is only another stage. */
  @Value.Default
  default boolean atOnce() {
    return false;
  }

  /** How long the vendor asks to wait before the next call. */
  Optional<Duration> retryAfter();

  /** How much is done, 0 to 1. */
  Optional<Double> progress();

  /** How many jobs are ahead; 0 means «next». */
  Optional<Integer> queuePosition();

  /** The vendor's estimate of the time that is left. */
  Optional<Duration> remaining();

  /** The vendor's words on what it is doing. */
  Optional<String> message();

  /** New log lines. */
  List<String> logs();

  /** The outputs; before the end they are previews. */
  List<Output> outputs();

  /** The text, for transcripts. */
  Optional<String> text();

  /** The language of the text. */
  Optional<String> language();

  /** The parts of the text. */
  List<TranscriptSegment> segments();

  /** What the vendor says it cost or counted. */
  Optional<Cost> cost();

  /** Why it failed; required when it did. */
  Optional<ErrorDetails> failure();

  /** What the user should know. */
  List<String> warnings();

  /** What else the vendor tells, for the result's metadata. */
  Map<String, Object> metadata();

  /** The job was taken and waits. */
  static Builder accepted(String jobId) {
    return builder().state(JobState.QUEUED).jobId(jobId);
  }

  /** The job stands so. */
  static Builder of(JobState state) {
    return builder().state(state);
  }

  /** The job is at another stage, whose call is made at once. */
  static Builder next(String stage) {
    return builder().state(JobState.RUNNING).stage(stage).atOnce(true);
  }

  /** The job is done. */
  static Builder succeeded(List<Output> outputs) {
    return builder().state(JobState.SUCCEEDED).outputs(outputs);
  }

  /** The job is done, and its outcome is a text. */
  static Builder transcribed(String text) {
    return builder().state(JobState.SUCCEEDED).text(text);
  }

  /** The job failed. */
  static JobUpdate failed(ErrorDetails failure) {
    return builder().state(JobState.FAILED).failure(failure).build();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link JobUpdate}. Not thread-safe. */
  class Builder extends ImmutableJobUpdate.Builder {
    Builder() {}
  }
}
