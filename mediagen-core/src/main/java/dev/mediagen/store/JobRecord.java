// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import dev.mediagen.JobHandle;
import dev.mediagen.JobIntent;
import dev.mediagen.internal.ImmutableStyle;
import dev.mediagen.internal.json.ValueCodec;
import java.util.Comparator;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a store keeps of one submission: the intent alone while no answer has come, the handle too
 * once the vendor took the job. Immutable, and no secret in it.
 */
@Value.Immutable
@ImmutableStyle
public interface JobRecord {
  /** What was about to be sent. */
  JobIntent intent();

  /** The job, once there is one. */
  Optional<JobHandle> handle();

  /** The key of the record: the id that the library made for the submission. */
  default String id() {
    return intent().clientId();
  }

  /** This record as JSON, stable across versions. */
  default String toJson() {
    return ValueCodec.write(this);
  }

  /** Reads what {@link #toJson()} wrote. */
  static JobRecord fromJson(String json) {
    return ValueCodec.read(json, JobRecord.class);
  }

  /** The record of a submission that is about to be made. */
  static JobRecord of(JobIntent intent) {
    return builder().intent(intent).build();
  }

  /** The same record, now that the vendor has taken the job. */
  default JobRecord accepted(JobHandle handle) {
    return builder().intent(intent()).handle(handle).build();
  }

  /** The order in which {@link JobStore#records()} gives records. */
  static Comparator<JobRecord> oldestFirst() {
    return Comparator.comparing((JobRecord record) -> record.intent().createdAt())
        .thenComparing(JobRecord::id);
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link JobRecord}. Not thread-safe. */
  class Builder extends ImmutableJobRecord.Builder {
    Builder() {}
  }
}
