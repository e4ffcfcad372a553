// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.JobIntent;
import dev.mediagen.JobState;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaKind;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.UnreadableReplyException;
import java.util.Optional;

/** What an update makes of a job: its handle, its status, and why it ended without outputs. */
final class Updates {
  private Updates() {}

  /**
   * The handle of the job that a submission became.
   *
   * @throws UnreadableReplyException when the vendor gave no id for a job that is not finished
   */
  static JobHandle accepted(JobIntent intent, JobUpdate update) {
    boolean finished = update.state() == JobState.SUCCEEDED;
    if (update.jobId().isEmpty() && !finished) {
      throw new UnreadableReplyException("the vendor took the job and gave no id for it");
    }
    JobHandle.Builder handle =
        JobHandle.builder()
            .model(intent.model())
            .kind(intent.kind())
            .operation(intent.operation())
            .jobId(update.jobId().orElse(intent.clientId()))
            .clientId(intent.clientId())
            .account(intent.account())
            .data(update.data())
            .createdAt(intent.createdAt())
            .deadline(intent.deadline())
            .contract(ProviderAdapter.CONTRACT_VERSION);
    (finished ? Optional.of(FollowedJob.ENDED) : update.stage()).ifPresent(handle::stage);
    return handle.build();
  }

  /** The handle at the stage that an update leads to. */
  static JobHandle handle(JobHandle before, JobUpdate update) {
    if (update.data().isEmpty() && update.stage().isEmpty()) {
      return before;
    }
    JobHandle.Builder next = before.toBuilder().putAllData(update.data());
    update.stage().ifPresent(next::stage);
    return next.build();
  }

  /** What users see of an update. */
  static JobStatus status(JobUpdate update) {
    return JobStatus.builder()
        .state(update.state())
        .progress(update.progress())
        .queuePosition(update.queuePosition())
        .remaining(update.remaining())
        .message(update.message().or(() -> update.failure().map(ErrorDetails::message)))
        .logs(update.logs())
        .build();
  }

  /** Why a job has no outputs to give; none when it has, or is not over. */
  static Optional<ErrorDetails> failure(JobHandle job, JobUpdate update) {
    return switch (update.state()) {
      case QUEUED, RUNNING -> Optional.empty();
      case SUCCEEDED ->
          update.outputs().isEmpty() && job.kind() != MediaKind.TRANSCRIPT
              ? failed("the vendor says done and gave no outputs")
              : Optional.empty();
      case FAILED -> update.failure().or(() -> failed("the vendor says failed, and no more"));
      case CANCELED ->
          Optional.of(
              update
                  .failure()
                  .map(ErrorDetails::toBuilder)
                  .orElseGet(
                      () ->
                          ErrorDetails.of(
                              ErrorKind.CANCELED, "the job was cancelled at the vendor"))
                  .kind(ErrorKind.CANCELED)
                  .build());
      case EXPIRED ->
          Optional.of(
              ErrorDetails.of(ErrorKind.EXPIRED, "the vendor no longer has the job").build());
    };
  }

  private static Optional<ErrorDetails> failed(String message) {
    return Optional.of(ErrorDetails.of(ErrorKind.FAILED, message).build());
  }

  /** The state of a job that ended for this reason. */
  static JobState state(ErrorDetails why) {
    return switch (why.kind()) {
      case CANCELED -> JobState.CANCELED;
      case EXPIRED -> JobState.EXPIRED;
      default -> JobState.FAILED;
    };
  }
}
