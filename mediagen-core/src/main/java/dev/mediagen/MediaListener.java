// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.error.MediaException;
import dev.mediagen.webhook.WebhookAnswer;
import java.time.Duration;

/**
 * Sees what happens to jobs, for progress bars, logs and metrics. Called from the library's own
 * threads, for one job in the order of events: return quickly. A listener that throws harms
 * nothing.
 */
public interface MediaListener {
  /** Somebody who does not want to be told anything. */
  MediaListener NONE = new MediaListener() {};

  /** The request passed all checks and is about to be sent; from here on it may cost money. */
  default void onSubmit(MediaRequest<?> request) {}

  /**
   * The request waits for a limit of this client: as many jobs are in flight, or as many calls were
   * made, as allowed, or the vendor asked for a pause.
   *
   * @param status QUEUED, with the position among those that wait here and the limit's name
   */
  default void onWait(MediaRequest<?> request, JobStatus status) {}

  /** The vendor took the job. */
  default void onAccepted(JobHandle job) {}

  /** The vendor told something new of the job. */
  default void onUpdate(JobHandle job, JobStatus status) {}

  /**
   * The vendor was asked for the job and answered, or did not.
   *
   * @param took how long the answer took
   */
  default void onPoll(JobHandle job, Duration took) {}

  /** A webhook came, genuine or not. */
  default void onWebhook(String provider, WebhookAnswer answer) {}

  /** A submission was refused or did not get through and will be made again. */
  default void onRetry(MediaRequest<?> request, MediaException cause) {}

  /**
   * An output was downloaded whole.
   *
   * @param bytes how many bytes it has
   * @param took from the first call to the last byte
   */
  default void onDownload(MediaAsset asset, long bytes, Duration took) {}

  /** A job has ended, or is followed no longer: one call for each job, with durations and money. */
  default void onSettled(JobReport report) {}

  /** The outputs of a request are known. */
  default void onSuccess(MediaRequest<?> request, MediaResult result) {}

  /** There will be no outputs. */
  default void onFailure(MediaRequest<?> request, MediaException failure) {}
}
