// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Bytes that pass, worked on beside: full blocks of a small ring go to another thread, one after
 * the other, and whoever is a whole ring ahead waits. Fewer bytes than a block never leave their
 * thread. Not thread-safe.
 */
final class Blocks {
  private static final int BLOCK = 64 * 1024;
  private static final int RING = 8;
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  /** Daemons that end when there is nothing to do for a while. */
  private static final Executor THREADS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "mediagen-bytes");
            thread.setDaemon(true);
            return thread;
          });

  /** What is done with a block; the array is used again afterwards. */
  interface Work {
    void on(byte[] bytes, int length) throws IOException;
  }

  private final Work work;
  private final byte[][] blocks = new byte[RING][];
  private final CompletableFuture<?>[] worked = new CompletableFuture<?>[RING];
  private CompletableFuture<Void> last = DONE;
  private int block;
  private int filled;

  Blocks(Work work) {
    this.work = work;
  }

  /** More bytes pass; the array is the caller's again on return. */
  void pass(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int end = offset + length;
    while (from < end) {
      if (blocks[block] == null) {
        blocks[block] = new byte[BLOCK];
      }
      int n = Math.min(end - from, blocks[block].length - filled);
      System.arraycopy(bytes, from, blocks[block], filled, n);
      filled += n;
      from += n;
      if (filled == blocks[block].length) {
        handOver();
      }
    }
  }

  /** Passes bytes together with their array; gives another one of at least its length for it. */
  byte[] swap(byte[] bytes, int length) throws IOException {
    if (filled > 0) {
      handOver();
    }
    byte[] free = blocks[block];
    blocks[block] = bytes;
    filled = length;
    handOver();
    return free != null && free.length >= bytes.length ? free : new byte[bytes.length];
  }

  /** The block goes to the other thread; returns when the next one is free. */
  private void handOver() throws IOException {
    byte[] full = blocks[block];
    int length = filled;
    last = last.thenRunAsync(() -> work(full, length), THREADS);
    worked[block] = last;
    block = (block + 1) % RING;
    filled = 0;
    if (worked[block] != null) {
      await(worked[block]);
    }
  }

  private void work(byte[] bytes, int length) {
    try {
      work.on(bytes, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when all that has passed has been worked on. */
  void finish() throws IOException {
    await(last);
    if (filled > 0) {
      work.on(blocks[block], filled);
      filled = 0;
    }
  }

  /** Forgets what has not been worked on yet, and returns when nothing is worked on any more. */
  void drop() {
    last.handle((done, failure) -> done).join();
    last = DONE;
    filled = 0;
  }

  private static void await(CompletableFuture<?> future) throws IOException {
    try {
      future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException failed) {
        throw failed.getCause();
      }
      throw e;
    }
  }
}
