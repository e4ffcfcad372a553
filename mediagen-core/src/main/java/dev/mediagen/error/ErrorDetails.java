// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.error;

import dev.mediagen.JobHandle;
import dev.mediagen.ModelId;
import dev.mediagen.internal.ImmutableStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** Everything that is known of a failure. Immutable; holds no secret. */
@Value.Immutable
@ImmutableStyle
public interface ErrorDetails {
  /** What kind of failure it was. */
  ErrorKind kind();

  /** What happened, in a sentence, without the fields below. */
  String message();

  /** The provider's id. */
  Optional<String> provider();

  /** The model that was asked. */
  Optional<ModelId> model();

  /** The job, when one exists. */
  Optional<JobHandle> handle();

  /** The HTTP status of the reply. */
  Optional<Integer> httpStatus();

  /** The vendor's own code for the failure. */
  Optional<String> vendorCode();

  /** The vendor's own words. */
  Optional<String> vendorMessage();

  /** The vendor's id of the call, for its support. */
  Optional<String> requestId();

  /** How long the vendor asks to wait before the next try. */
  Optional<Duration> retryAfter();

  /** Whether the very same request may succeed later. */
  @Value.Default
  default boolean retryable() {
    return false;
  }

  /** Whether money may have been spent. */
  @Value.Default
  default Billing billing() {
    return Billing.NONE;
  }

  /** What to do, when there is something better to say than {@link ErrorKind#remedy()}. */
  Optional<String> advice();

  /** Details of a kind with a message. */
  static Builder of(ErrorKind kind, String message) {
    return builder().kind(kind).message(message);
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds {@link ErrorDetails}. Not thread-safe. */
  class Builder extends ImmutableErrorDetails.Builder {
    Builder() {}
  }
}
