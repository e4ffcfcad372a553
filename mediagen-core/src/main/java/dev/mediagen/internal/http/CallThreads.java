// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;

/** The threads on which calls are made: virtual ones where the JDK has them, else daemons. */
final class CallThreads {
  private CallThreads() {}

  /** Whether a thread costs next to nothing, so that many may wait for one thing each. */
  static boolean cheap() {
    return Runtime.version().feature() >= 21;
  }

  /**
   * A dispatcher for at most so many calls at once, half of them to one host.
   *
   * <p>OkHttp's own threads keep a JVM alive for a minute after main has returned; these do not.
   */
  static Dispatcher dispatcher(String name, int calls) {
    Dispatcher dispatcher = new Dispatcher(executor(name));
    dispatcher.setMaxRequests(calls);
    dispatcher.setMaxRequestsPerHost(Math.max(1, calls / 2));
    return dispatcher;
  }

  private static ExecutorService executor(String name) {
    if (cheap()) {
      try {
        return (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("a JDK of 21 or later without virtual threads", e);
      }
    }
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(task, "mediagen-" + name + "-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
