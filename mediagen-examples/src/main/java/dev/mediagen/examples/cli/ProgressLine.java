// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaListener;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.ModelId;
import dev.mediagen.error.MediaException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** What is known of one request while it is worked on: one line on the screen. Thread-safe. */
final class ProgressLine implements MediaListener {
  /** How it stands, for the colour of the line. */
  enum Mood {
    GOING,
    DONE,
    FAILED
  }

  private final String name;
  private final Consumer<ProgressLine> changed;
  private final long start = System.nanoTime();
  private final Map<String, JobHandle> jobs = new LinkedHashMap<>();
  private final Map<String, Double> parts = new LinkedHashMap<>();
  private ModelId model;
  private String state = "checked";
  private Mood mood = Mood.GOING;
  private boolean working;
  private long end;

  ProgressLine(String name, ModelId model, Consumer<ProgressLine> changed) {
    this.name = name;
    this.model = model;
    this.changed = changed;
  }

  @Override
  public void onSubmit(MediaRequest<?> request) {
    change("sent", Mood.GOING);
  }

  @Override
  public void onAccepted(JobHandle job) {
    synchronized (this) {
      model = job.model();
      jobs.put(job.jobId(), job);
    }
    change("accepted", Mood.GOING);
  }

  @Override
  public void onUpdate(JobHandle job, JobStatus status) {
    synchronized (this) {
      jobs.put(job.jobId(), job);
      working = status.state() == JobState.RUNNING;
      status.progress().ifPresent(part -> parts.put(job.jobId(), part));
    }
    if (!status.state().terminal()) {
      String queue = status.queuePosition().map(ahead -> ", " + ahead + " ahead").orElse("");
      change(status.state().name().toLowerCase(Locale.ROOT) + queue, Mood.GOING);
    }
  }

  @Override
  public void onRetry(MediaRequest<?> request, MediaException cause) {
    change("again after " + cause.kind(), Mood.GOING);
  }

  @Override
  public void onSuccess(MediaRequest<?> request, MediaResult result) {
    change("done", Mood.DONE);
  }

  @Override
  public void onFailure(MediaRequest<?> request, MediaException failure) {
    change("failed: " + failure.kind(), Mood.FAILED);
  }

  private void change(String newState, Mood newMood) {
    synchronized (this) {
      state = newState;
      mood = newMood;
      working = working && mood == Mood.GOING;
      end = System.nanoTime();
    }
    changed.accept(this);
  }

  String name() {
    return name;
  }

  synchronized ModelId model() {
    return model;
  }

  synchronized String state() {
    return state;
  }

  synchronized Mood mood() {
    return mood;
  }

  synchronized Duration elapsed() {
    return Duration.ofNanos((mood == Mood.GOING ? System.nanoTime() : end) - start);
  }

  /** How much is done, 0 to 1; of several jobs their mean. */
  synchronized Optional<Double> fraction() {
    OptionalDouble mean = parts.values().stream().mapToDouble(part -> part).average();
    return mood == Mood.DONE
        ? Optional.of(1.0)
        : mean.isPresent()
            ? Optional.of(mean.getAsDouble() * parts.size() / jobs.size())
            : Optional.empty();
  }

  /** How much of the work is done, in words, while it is going on. */
  synchronized Optional<String> percent() {
    return working ? fraction().map(done -> "%.0f %%".formatted(done * 100)) : Optional.empty();
  }

  /** The jobs a vendor may still be working on. */
  synchronized Iterable<JobHandle> open() {
    return mood == Mood.GOING ? List.copyOf(jobs.values()) : List.of();
  }
}
