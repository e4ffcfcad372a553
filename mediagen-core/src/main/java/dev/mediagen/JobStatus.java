// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.internal.ImmutableStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What is known of a job at one moment. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface JobStatus {
  /** Where the job stands. */
  JobState state();

  /** How much is done, 0 to 1, where the vendor says so. */
  Optional<Double> progress();

  /** How many jobs are ahead in the vendor's queue, 0 meaning «next», where the vendor says so. */
  Optional<Integer> queuePosition();

  /** The vendor's own estimate of the time that is left. */
  Optional<Duration> remaining();

  /** The vendor's own words on what it is doing, or on why the job failed. */
  Optional<String> message();

  /** The newest log lines of the vendor, oldest first. */
  List<String> logs();

  /** A status with nothing but a state. */
  static JobStatus of(JobState state) {
    return builder().state(state).build();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link JobStatus}. Not thread-safe. */
  class Builder extends ImmutableJobStatus.Builder {
    Builder() {}
  }
}
