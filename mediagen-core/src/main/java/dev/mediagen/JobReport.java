// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.catalog.Cost;
import dev.mediagen.error.MediaException;
import dev.mediagen.internal.ImmutableStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** What became of one job, for metrics and accounts. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface JobReport {
  /** The job. */
  JobHandle job();

  /** How it ended; RUNNING or QUEUED when only the following ended and the job goes on. */
  JobState state();

  /** From the submission until its end was known. */
  Duration elapsed();

  /** How often the vendor was asked for it. */
  int polls();

  /** What it cost, with its source; says «unknown» rather than zero. */
  Cost cost();

  /** Why it ended without outputs; none when it succeeded. */
  Optional<MediaException> failure();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link JobReport}. Not thread-safe. */
  class Builder extends ImmutableJobReport.Builder {
    Builder() {}
  }
}
