// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.JobReport;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaListener;
import dev.mediagen.MediaRequest;
import dev.mediagen.error.MediaException;
import dev.mediagen.webhook.WebhookAnswer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes what happens to jobs to the log, with the job's id and model as key-value pairs: what
 * costs money at INFO, a submission made again at WARN, all else at DEBUG. Prompts are never
 * logged.
 */
final class JobLog implements MediaListener {
  private static final Logger LOG = LoggerFactory.getLogger("dev.mediagen.jobs");

  @Override
  public void onSubmit(MediaRequest<?> request) {
    LOG.atDebug().addKeyValue("model", request.model()).log("submitting");
  }

  @Override
  public void onWait(MediaRequest<?> request, JobStatus status) {
    LOG.atDebug()
        .addKeyValue("model", request.model())
        .addKeyValue("position", status.queuePosition().orElse(0))
        .log("waiting: {}", status.message().orElse(""));
  }

  @Override
  public void onAccepted(JobHandle job) {
    about(LOG.atInfo(), job).log("accepted");
  }

  @Override
  public void onUpdate(JobHandle job, JobStatus status) {
    about(LOG.atDebug(), job).addKeyValue("state", status.state()).log("update");
  }

  @Override
  public void onPoll(JobHandle job, Duration took) {
    about(LOG.atTrace(), job).addKeyValue("millis", took.toMillis()).log("asked");
  }

  @Override
  public void onWebhook(String provider, WebhookAnswer answer) {
    LOG.atDebug()
        .addKeyValue("provider", provider)
        .addKeyValue("job", answer.job().map(JobHandle::jobId).orElse(""))
        .addKeyValue("outcome", answer.outcome())
        .log("webhook: {}", answer.reason());
  }

  @Override
  public void onRetry(MediaRequest<?> request, MediaException cause) {
    LOG.atWarn().addKeyValue("model", request.model()).log("trying again: {}", cause.getMessage());
  }

  @Override
  public void onDownload(MediaAsset asset, long bytes, Duration took) {
    LOG.atDebug()
        .addKeyValue("role", asset.role())
        .addKeyValue("bytes", bytes)
        .addKeyValue("millis", took.toMillis())
        .log("downloaded");
  }

  @Override
  public void onSettled(JobReport report) {
    about(LOG.atInfo(), report.job())
        .addKeyValue("state", report.state())
        .addKeyValue("millis", report.elapsed().toMillis())
        .addKeyValue("polls", report.polls())
        .addKeyValue("cost", report.cost())
        .log("settled{}", report.failure().map(f -> ": " + f.getMessage()).orElse(""));
  }

  private static LoggingEventBuilder about(LoggingEventBuilder line, JobHandle job) {
    return line.addKeyValue("job", job.jobId()).addKeyValue("model", job.model());
  }
}
