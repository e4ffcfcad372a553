// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobIntent;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.error.SubmissionUnknownException;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.internal.http.Transport;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Operation.Repeat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A submission whose answer never came: how to find out, and what to say where nobody can. */
final class LostCall {
  private LostCall() {}

  /**
   * Asks the vendor what became of it: a job, or nothing. Fails when the vendor cannot say.
   *
   * @param operation one whose vendor can be asked
   */
  static CompletableFuture<Optional<JobUpdate>> lookUp(
      Transport transport, Provider provider, Operation operation, JobIntent intent) {
    return transport
        .exchange(provider, operation.lookUp(intent))
        .thenApply(
            reply -> {
              if (!reply.success()) {
                throw new MediaException(
                    Failures.of(provider, reply).toBuilder().model(intent.model()).build());
              }
              return operation.onLookUp(intent, reply);
            });
  }

  /** What is said of a submission that may be running, for all that anybody knows. */
  static SubmissionUnknownException unknown(
      JobIntent intent, Repeat repeat, String what, @Nullable Throwable cause) {
    return new SubmissionUnknownException(
        ErrorDetails.of(ErrorKind.SUBMISSION_UNKNOWN, what + "; it may be running")
            .provider(intent.model().provider())
            .model(intent.model())
            .retryable(repeat == Repeat.SAFE)
            .billing(Billing.POSSIBLE)
            .build(),
        intent.clientId(),
        intent.createdAt(),
        cause);
  }
}
