// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.tiny;

import dev.mediagen.JobHandle;
import dev.mediagen.JobReport;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaListener;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.error.MediaException;
import dev.mediagen.webhook.WebhookAnswer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes everything that a user is shown of jobs to the log, at TRACE and as users would print it,
 * so that a test run leaves behind what can be searched for keys.
 */
public final class Witness implements MediaListener {
  private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

  @Override
  public void onSubmit(MediaRequest<?> request) {
    LOG.trace("{}", request);
  }

  @Override
  public void onWait(MediaRequest<?> request, JobStatus status) {
    LOG.trace("{}", status);
  }

  @Override
  public void onAccepted(JobHandle job) {
    LOG.trace("{} {}", job, LOG.isTraceEnabled() ? job.toJson() : "");
  }

  @Override
  public void onUpdate(JobHandle job, JobStatus status) {
    LOG.trace("{} {}", job, status);
  }

  @Override
  public void onWebhook(String provider, WebhookAnswer answer) {
    LOG.trace("{}", answer);
  }

  @Override
  public void onRetry(MediaRequest<?> request, MediaException cause) {
    LOG.trace("{}", cause.details(), cause);
  }

  @Override
  public void onDownload(MediaAsset asset, long bytes, Duration took) {
    LOG.trace("{}", asset);
  }

  @Override
  public void onSettled(JobReport report) {
    LOG.trace("{}", report);
  }

  @Override
  public void onSuccess(MediaRequest<?> request, MediaResult result) {
    LOG.trace("{}", shortened(result.toString()));
    LOG.trace("{}", shortened(LOG.isTraceEnabled() ? result.toJson() : ""));
  }

  @Override
  public void onFailure(MediaRequest<?> request, MediaException failure) {
    LOG.trace("{}", failure.details(), failure);
  }

  /** Some outputs are large on purpose, and are written as base64. */
  private static String shortened(String text) {
    return text.length() > 20_000 ? text.substring(0, 20_000) : text;
  }
}
