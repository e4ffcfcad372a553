// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several listeners, none of which can do harm. */
final class Listeners implements MediaListener {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<MediaListener> all;

  Listeners(List<MediaListener> all) {
    this.all = List.copyOf(all);
  }

  Listeners and(MediaListener one) {
    if (one == MediaListener.NONE) {
      return this;
    }
    List<MediaListener> more = new ArrayList<>(all);
    more.add(one);
    return new Listeners(more);
  }

  @Override
  public void onSubmit(MediaRequest<?> request) {
    tell(listener -> listener.onSubmit(request));
  }

  @Override
  public void onWait(MediaRequest<?> request, JobStatus status) {
    tell(listener -> listener.onWait(request, status));
  }

  @Override
  public void onPoll(JobHandle job, Duration took) {
    tell(listener -> listener.onPoll(job, took));
  }

  @Override
  public void onWebhook(String provider, WebhookAnswer answer) {
    tell(listener -> listener.onWebhook(provider, answer));
  }

  @Override
  public void onDownload(MediaAsset asset, long bytes, Duration took) {
    tell(listener -> listener.onDownload(asset, bytes, took));
  }

  @Override
  public void onSettled(JobReport report) {
    tell(listener -> listener.onSettled(report));
  }

  @Override
  public void onAccepted(JobHandle job) {
    tell(listener -> listener.onAccepted(job));
  }

  @Override
  public void onUpdate(JobHandle job, JobStatus status) {
    tell(listener -> listener.onUpdate(job, status));
  }

  @Override
  public void onRetry(MediaRequest<?> request, MediaException cause) {
    tell(listener -> listener.onRetry(request, cause));
  }

  @Override
  public void onSuccess(MediaRequest<?> request, MediaResult result) {
    tell(listener -> listener.onSuccess(request, result));
  }

  @Override
  public void onFailure(MediaRequest<?> request, MediaException failure) {
    tell(listener -> listener.onFailure(request, failure));
  }

  private void tell(Consumer<MediaListener> news) {
    for (MediaListener listener : all) {
      try {
        news.accept(listener);
      } catch (RuntimeException | Error e) {
        LOG.warn("a listener failed: {}", listener.getClass().getName(), e);
      }
    }
  }
}
