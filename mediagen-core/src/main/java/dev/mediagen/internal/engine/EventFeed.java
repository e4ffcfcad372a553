// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.JobHandle;
import dev.mediagen.internal.http.EventStreams;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The stream of events about one job, where its vendor has one. Thread-safe. */
final class EventFeed {
  private final EventStreams streams;
  private final Provider provider;
  private final Operation operation;
  private final Supplier<JobHandle> job;

  // Guarded by this.
  private boolean open;
  private boolean closed;
  private String stage = "";
  private @Nullable Runnable close;

  EventFeed(EventStreams streams, Provider provider, Operation operation, Supplier<JobHandle> job) {
    this.streams = streams;
    this.provider = provider;
    this.operation = operation;
    this.job = job;
  }

  /**
   * Opens the stream, if there is one, and there is room for it.
   *
   * @param news takes what the events say
   * @param ended told when the stream that was opened is no more
   */
  void open(Consumer<JobUpdate> news, Runnable ended) {
    Optional<HttpCall> events = operation.events(job.get());
    if (events.isEmpty()) {
      return;
    }
    synchronized (this) {
      open = true;
      stage = job.get().stage();
    }
    Optional<Runnable> opened =
        streams.open(
            provider,
            events.get(),
            event -> read(event).ifPresent(news),
            () -> {
              synchronized (this) {
                open = false;
              }
              ended.run();
            });
    boolean late;
    synchronized (this) {
      open &= opened.isPresent();
      close = opened.orElse(null);
      late = closed;
    }
    if (late) {
      close();
    }
  }

  /** The events of a stage are about that stage: what comes when the job has moved on is late. */
  private Optional<JobUpdate> read(HttpReply event) {
    JobHandle now = job.get();
    synchronized (this) {
      if (!now.stage().equals(stage)) {
        return Optional.empty();
      }
    }
    return operation.reads(now, event)
        ? Optional.of(operation.onEvent(now, event))
        : Optional.empty();
  }

  /** Whether news may still come this way. */
  synchronized boolean isOpen() {
    return open;
  }

  /** Lets go of the stream. */
  void close() {
    Runnable stream;
    synchronized (this) {
      closed = true;
      stream = close;
      close = null;
    }
    if (stream != null) {
      stream.run();
    }
  }
}
