// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a journal: one that writes, and a few that tell those who wait. All are daemons,
 * and end when there is nothing to do. Thread-safe.
 *
 * <p>What hangs on a future runs where the future is completed, so the writer does not complete
 * any. Those who tell are a fork-join pool because it makes up for threads that wait in {@code
 * join()}: somebody may well wait for a second save where a first one ended.
 */
final class JournalThreads {
  private static final int KEEP_ALIVE_SECONDS = 10;
  private static final int TELLERS = 2;
  private static final int MAX_TELLERS = 256;

  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1,
          1,
          KEEP_ALIVE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> {
            Thread thread = new Thread(task, "mediagen-journal");
            thread.setDaemon(true);
            return thread;
          });
  private final ForkJoinPool tellers =
      new ForkJoinPool(
          TELLERS,
          JournalThreads::teller,
          null,
          true,
          TELLERS,
          MAX_TELLERS,
          1,
          pool -> true,
          KEEP_ALIVE_SECONDS,
          TimeUnit.SECONDS);

  JournalThreads() {
    writer.allowCoreThreadTimeOut(true);
  }

  private static ForkJoinWorkerThread teller(ForkJoinPool pool) {
    ForkJoinWorkerThread thread = new ForkJoinWorkerThread(pool) {};
    thread.setName("mediagen-journal-done");
    return thread;
  }

  /** Runs a task after those before it. */
  void write(Runnable task) {
    writer.execute(task);
  }

  /** Runs a task soon. */
  void tell(Runnable task) {
    try {
      tellers.execute(task);
    } catch (OutOfMemoryError e) {
      // The system gives no more threads. Those who wait must be told all the same.
      task.run();
    }
  }

  /** Runs a last task on the thread that writes, waits for it, and ends the threads. */
  void closeAfter(Runnable task) {
    try {
      // Not interruptible: the task must end before somebody else may open the file.
      CompletableFuture.runAsync(task, writer).join();
    } finally {
      writer.shutdown();
      tellers.shutdown();
    }
  }
}
