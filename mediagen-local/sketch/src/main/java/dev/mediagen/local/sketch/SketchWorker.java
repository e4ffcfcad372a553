// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import dev.mediagen.local.sketch.server.WorkerServer;
import java.net.URI;
import java.time.Clock;

/**
 * A worker that runs inside the process: it speaks the worker protocol (level 2) on loopback and
 * makes real files by rule. It is no AI model: known words of a prompt choose what is drawn or
 * played, all else only varies it. It needs no key, no GPU and no network, costs nothing, and gives
 * the same bytes for the same input and seed.
 *
 * <p>Every model takes two more input fields, so that a program can rehearse what goes wrong:
 * {@code fail}, an error code ({@code internal}, {@code out_of_memory}, {@code content_filtered},
 * {@code timeout} or {@code unsupported_input}) with which the run ends, and {@code slow}, the
 * seconds that it waits before it starts work.
 *
 * <p>Thread-safe. All its threads are daemons; jobs and files live in memory and end with it.
 */
public final class SketchWorker implements AutoCloseable {
  private final WorkerServer server;

  private SketchWorker(WorkerServer server) {
    this.server = server;
  }

  /** Starts a worker on a free port of the loopback address. */
  public static SketchWorker start() {
    return start(Clock.systemUTC());
  }

  static SketchWorker start(Clock clock) {
    return new SketchWorker(WorkerServer.start(SketchModels.all(), clock));
  }

  /** Where it listens, without a slash at the end. */
  public URI baseUrl() {
    return server.baseUrl();
  }

  /** Stops it; what still runs is cancelled. */
  @Override
  public void close() {
    server.close();
  }
}
