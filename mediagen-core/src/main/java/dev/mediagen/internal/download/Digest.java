// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The SHA-256 of bytes that pass. Hashing costs about as much as the rest of a download, so it is
 * done beside it: full blocks of a small ring go to another thread, one after the other, and
 * whoever is a whole ring ahead waits. Outputs of less than a block never leave their thread. Not
 * thread-safe.
 */
final class Digest {
  private static final int BLOCK = 64 * 1024;
  private static final int RING = 8;
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  /** Daemons that end when there is nothing to hash for a while. */
  private static final Executor THREADS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "mediagen-digest");
            thread.setDaemon(true);
            return thread;
          });

  private final MessageDigest sha = sha256();
  private final byte[][] blocks = new byte[RING][];
  private final CompletableFuture<?>[] hashed = new CompletableFuture<?>[RING];
  private CompletableFuture<Void> last = DONE;
  private int block;
  private int filled;

  void update(byte[] bytes, int offset, int length) {
    int from = offset;
    int end = offset + length;
    while (from < end) {
      if (blocks[block] == null) {
        blocks[block] = new byte[BLOCK];
        hashed[block] = DONE;
      }
      int n = Math.min(end - from, BLOCK - filled);
      System.arraycopy(bytes, from, blocks[block], filled, n);
      filled += n;
      from += n;
      if (filled == BLOCK) {
        handOver();
      }
    }
  }

  private void handOver() {
    byte[] full = blocks[block];
    last = last.thenRunAsync(() -> sha.update(full), THREADS);
    hashed[block] = last;
    block = (block + 1) % RING;
    filled = 0;
    if (hashed[block] != null) {
      hashed[block].join();
    }
  }

  /** The digest of all bytes that have passed, in lower-case hex. */
  String hex() {
    last.join();
    if (filled > 0) {
      sha.update(blocks[block], 0, filled);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** Forgets what has passed. */
  void reset() {
    last.join();
    sha.reset();
    filled = 0;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
