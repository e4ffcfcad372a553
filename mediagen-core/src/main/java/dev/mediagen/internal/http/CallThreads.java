// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;

/** The threads on which calls are made: virtual ones where the JDK has them, else daemons. */
public final class CallThreads {
  private static final int IDLE_SECONDS = 10;
  private static final int SLACK = 64;

  private CallThreads() {}

  /** Whether a thread costs next to nothing, so that many may wait for one thing each. */
  static boolean cheap() {
    return Runtime.version().feature() >= 21;
  }

  /** How many calls to one host run at once, where they are answered soon. */
  static int places() {
    return cheap() ? 256 : 24;
  }

  /** How many threads deliver results, where a thread is not cheap. */
  private static final int DELIVERING = Math.max(4, Runtime.getRuntime().availableProcessors());

  /**
   * A dispatcher for at most so many calls at once, half of them to one host.
   *
   * <p>OkHttp's own threads keep a JVM alive for a minute after main has returned; these do not.
   */
  static Dispatcher dispatcher(String name, int calls) {
    Dispatcher dispatcher = new Dispatcher(cheap() ? virtual() : pool(name, 0, calls));
    dispatcher.setMaxRequests(calls);
    dispatcher.setMaxRequestsPerHost(Math.max(1, calls / 2));
    return dispatcher;
  }

  /**
   * A dispatcher that starts every call at once, for a {@link CallQueue} that lets no more in than
   * there should be.
   *
   * @param threads one that may have a few threads; the queue says how many
   */
  static Dispatcher dispatcher(ExecutorService threads) {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return dispatcher;
  }

  /** Threads whose number grows only as {@link #room} says. */
  static ExecutorService growing(String name) {
    return cheap() ? virtual() : queued(name, 1);
  }

  /**
   * Lets as many threads work as there are calls, or somewhat more: sizes are not changed often.
   */
  static void room(ExecutorService threads, int calls) {
    if (threads instanceof ThreadPoolExecutor pool) {
      synchronized (pool) {
        int now = pool.getCorePoolSize();
        if (calls > now) {
          pool.setMaximumPoolSize(calls);
          pool.setCorePoolSize(calls);
        } else if (calls < now - SLACK) {
          pool.setCorePoolSize(calls + SLACK / 2);
          pool.setMaximumPoolSize(calls + SLACK / 2);
        }
      }
    }
  }

  /**
   * Where results are delivered, unless the user says otherwise. Not the common pool: on a machine
   * of two cores {@code CompletableFuture} starts a thread for each task instead of using it.
   */
  public static Executor delivery() {
    return cheap() ? virtual() : queued("delivery", DELIVERING);
  }

  private static ExecutorService virtual() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a JDK of 21 or later without virtual threads", e);
    }
  }

  private static ThreadPoolExecutor queued(String name, int threads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadPoolExecutor pool(String name, int least, int most) {
    return new ThreadPoolExecutor(
        least, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons(name));
  }

  private static ThreadFactory daemons(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "mediagen-" + name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
