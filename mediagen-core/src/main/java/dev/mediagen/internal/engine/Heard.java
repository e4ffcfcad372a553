// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import java.time.Duration;
import java.time.Instant;

/** What a reply to a question about a job means. */
sealed interface Heard {
  /** Some vendors do not know a job in the first seconds after they took it. */
  Duration YOUNG = Duration.ofSeconds(5);

  /** News of the job. */
  record News(JobUpdate update) implements Heard {}

  /** The vendor could not answer now; the job is not touched by that. */
  record NotNow(ErrorDetails why) implements Heard {}

  /** The answer was not what the vendor documents; a proxy may have put its own in its place. */
  record Garbled(ErrorDetails why, RuntimeException cause) implements Heard {}

  /** The vendor says no, and will say so again. */
  record Refused(ErrorDetails why) implements Heard {}

  /** Reads a reply. */
  static Heard of(
      Provider provider, Operation operation, JobHandle job, HttpReply reply, Instant now) {
    if (!operation.reads(job, reply)) {
      return refused(Failures.of(provider, reply), job, now);
    }
    try {
      return new News(operation.onPoll(job, reply));
    } catch (RuntimeException e) {
      return new Garbled(Failures.unreadable(e).httpStatus(reply.status()).build(), e);
    }
  }

  private static Heard refused(ErrorDetails details, JobHandle job, Instant now) {
    boolean young = Duration.between(job.createdAt(), now).compareTo(YOUNG) < 0;
    if (details.kind() == ErrorKind.NOT_FOUND && young) {
      return new NotNow(details);
    } else if (details.kind() == ErrorKind.NOT_FOUND) {
      return new Refused(
          details.toBuilder()
              .kind(ErrorKind.EXPIRED)
              .message("the vendor no longer knows the job: " + details.message())
              .build());
    }
    return details.retryable() ? new NotNow(details) : new Refused(details);
  }
}
