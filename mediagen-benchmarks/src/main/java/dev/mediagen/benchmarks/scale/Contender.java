// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.scale;

import java.util.concurrent.CompletableFuture;

/**
 * One way of having the vendor's jobs done. Thread-safe, but for {@link #close}.
 *
 * @param <Q> its own form of a request
 */
interface Contender<Q> extends AutoCloseable {
  /** The request for a job, ready to be submitted. */
  Q request(Job job);

  /** Submits it and waits for the outputs; gives the vendor's id of the job. Never blocks. */
  CompletableFuture<String> start(Q request);

  /** How many jobs the vendor has taken so far. */
  int accepted();

  @Override
  void close();

  /**
   * A job to be made.
   *
   * @param index its place in its phase, from 0
   * @param millis how long it takes; 0 for what the vendor is set to
   * @param stallMillis how long the first question about it stays without answer
   */
  record Job(int index, long millis, long stallMillis) {
    String prompt() {
      return "a serene Japanese garden with cherry blossoms, number " + index;
    }
  }
}
