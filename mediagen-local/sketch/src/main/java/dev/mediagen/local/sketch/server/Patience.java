// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/** How long a call may wait, and how many may at once, so that some threads stay free. */
final class Patience {
  private final Semaphore places = new Semaphore(Limits.WAITING_CALLS);

  /** Something that waits. */
  @FunctionalInterface
  interface Wait<E extends Exception> {
    void run() throws InterruptedException, E;
  }

  /** Waits if there is a place; false if there is none. */
  <E extends Exception> boolean spend(Wait<E> wait) throws E {
    if (!places.tryAcquire()) {
      return false;
    }
    try {
      wait.run();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.of(503, "not_ready", "The worker is closing");
    } finally {
      places.release();
    }
  }

  /** The time that {@code ?wait=25} or {@code Prefer: wait=25} grants; zero if none is named. */
  static Duration granted(Call call) {
    if (call.query("wait").isPresent()) {
      return seconds("wait", call.query("wait").get());
    }
    for (String wish : call.header("Prefer").orElse("").split("[,;]", -1)) {
      if (wish.strip().startsWith("wait=")) {
        return seconds("Prefer", wish.strip().substring("wait=".length()));
      }
      if (wish.strip().equals("wait")) {
        return Limits.LONGEST_WAIT;
      }
    }
    return Duration.ZERO;
  }

  private static Duration seconds(String name, String text) {
    try {
      double most = Limits.LONGEST_WAIT.toSeconds();
      double seconds = Math.min(most, Double.parseDouble(text));
      if (seconds >= 0) {
        return Duration.ofMillis(Math.round(seconds * 1000));
      }
    } catch (NumberFormatException e) {
      throw refused(name, text);
    }
    throw refused(name, text);
  }

  private static Refusal refused(String name, String text) {
    return Refusal.invalid(
        "value_error",
        name + " was '" + text + "'; allowed: seconds from 0 to 60",
        List.of("query", name));
  }
}
