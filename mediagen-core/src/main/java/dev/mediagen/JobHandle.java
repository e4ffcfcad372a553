// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.internal.ImmutableStyle;
import dev.mediagen.internal.json.HandleCodec;
import dev.mediagen.internal.json.ValueCodec;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The small, serialisable name of an accepted job: all that is needed to find it again from another
 * process, and no secret. Immutable.
 *
 * <p>Keep {@link #toJson()} and give {@link #fromJson(String)} to {@link MediaClient#resume} later;
 * resuming costs nothing.
 */
@Value.Immutable
@ImmutableStyle
public interface JobHandle {
  /** The model that works on the job; its first segment names the provider. */
  ModelId model();

  /** The kind of media that comes out. */
  MediaKind kind();

  /** The adapter's name for the operation, which tells how this job is followed. */
  String operation();

  /** The vendor's id of the job. */
  String jobId();

  /** The id this library made for the submission; none in handles of versions that kept none. */
  Optional<String> clientId();

  /** The alias of the account that pays, when the client knows several. */
  Optional<String> account();

  /** Which of the calls that lead to the outputs comes next; adapters give it a meaning. */
  @Value.Default
  default String stage() {
    return "poll";
  }

  /** What the adapter needs for the next call besides the id: never a secret. */
  Map<String, String> data();

  /** When the vendor accepted the job. */
  Instant createdAt();

  /** When this library stops waiting for it. The job itself may go on, and be billed. */
  Instant deadline();

  /** The version of the adapter contract that wrote the handle. */
  int contract();

  /** This handle as JSON, stable across versions. */
  default String toJson() {
    return ValueCodec.write(this);
  }

  /** Reads what {@link #toJson()} wrote. */
  static JobHandle fromJson(String json) {
    return HandleCodec.read(json);
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link JobHandle}. Not thread-safe. */
  class Builder extends ImmutableJobHandle.Builder {
    Builder() {}
  }
}
