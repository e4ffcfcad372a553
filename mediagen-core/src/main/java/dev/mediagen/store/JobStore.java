// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where a client keeps its submissions and jobs until they end. One is written before the call that
 * costs money leaves, and again right after the vendor took the job; so a process that dies at any
 * moment loses nothing. Implementations are thread-safe and never block the caller: what takes time
 * completes the future.
 *
 * <p>A store belongs to one client at a time.
 */
public interface JobStore extends AutoCloseable {
  /**
   * Keeps a record, in place of an earlier one of the same {@linkplain JobRecord#id() id}. The
   * future completes when the record would survive a crash of the machine; what cannot be promised
   * completes it with the reason, and nothing is submitted then.
   */
  CompletableFuture<Void> save(JobRecord record);

  /**
   * Forgets a record. This may be lost in a crash: a job that comes back although it had ended is
   * only asked for once more.
   */
  void remove(String id);

  /** All records that were saved and not removed, oldest first. */
  List<JobRecord> records();

  /** Writes what is still on its way, and lets go of files. */
  @Override
  void close();

  /** A store that lasts as long as the process; the default. */
  static JobStore inMemory() {
    return new MemoryJobStore();
  }
}
