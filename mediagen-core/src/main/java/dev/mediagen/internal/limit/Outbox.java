// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.limit;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Completes futures in the order in which that was decided, one after the other and outside of
 * every lock. What a completion sets off may decide on more: that is delivered when it returns, by
 * the same thread, so that a long line does not become a deep stack. Thread-safe.
 */
final class Outbox {
  private final Queue<Runnable> decided = new ArrayDeque<>();
  private boolean delivering;

  synchronized void add(Runnable completion) {
    decided.add(completion);
  }

  /** Delivers what there is, unless that is happening already. To be called without a lock. */
  void deliver() {
    while (begin()) {
      try {
        for (Runnable next = next(); next != null; next = next()) {
          next.run();
        }
      } finally {
        end();
      }
    }
  }

  private synchronized boolean begin() {
    if (delivering || decided.isEmpty()) {
      return false;
    }
    delivering = true;
    return true;
  }

  private synchronized @Nullable Runnable next() {
    return decided.poll();
  }

  private synchronized void end() {
    delivering = false;
  }
}
