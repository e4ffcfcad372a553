// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import java.nio.file.Path;
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

  /**
   * A store in one file, which outlives the process and crashes of the machine. The file is made,
   * readable for its owner only, if there is none; its directory must exist.
   *
   * <p>A save completes when the disk has it. Saves that come together share one write, so that
   * thousands a second are possible on disks that take milliseconds for each. A save that fails,
   * because the disk is full for example, completes with an {@link java.io.UncheckedIOException}
   * that names the file; the next one tries again. What hangs on these futures runs on threads of
   * the store that write nothing, and may take its time.
   *
   * <p>A write that a crash cut short is cut off when the file is opened. From a file that is
   * damaged all records are read that are whole, and the file as it was is kept beside it, with
   * {@code .damaged-1} appended to its name.
   *
   * <p>Live records are held in memory too, in some 600 bytes each, and a file that consists mostly
   * of jobs that ended is written anew while it is used. It belongs to one store at a time, which
   * locks {@code <file>.lock} beside it; put both on a local disk.
   *
   * <p>A closed store fails saves with an {@link IllegalStateException}, and throws one from the
   * other methods.
   *
   * @throws IllegalStateException if another store has the file, in this process or in another
   * @throws java.io.UncheckedIOException if the file cannot be read and written, is no journal, or
   *     was written by a later version whose format is not known here; it is left as it is
   */
  static JobStore journal(Path file) {
    return JournalJobStore.open(file, JournalChannel::open, JournalJobStore.COMPACT_FROM);
  }
}
