// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import dev.mediagen.spi.JobClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/**
 * Lets a few calls run at once towards each host; the others wait in order. OkHttp's own queue is
 * looked through from its beginning whenever a call ends, which with ten thousand waiting costs
 * more than the calls.
 *
 * <p>A call that has not been answered for a while gives its place away, though it goes on: a
 * vendor that lets some calls hang must not make the others late.
 */
final class CallQueue {
  /** A call that takes so many times as long as is usual for its host hangs. */
  private static final int UNUSUAL = 8;

  private static final Duration LEAST_PATIENCE = Duration.ofMillis(100);
  private static final Duration MOST_PATIENCE = Duration.ofSeconds(1);

  /** How many hanging calls to one host may hold a thread each beside those in their places. */
  private static final int HANGING = 512;

  private final JobClock clock;
  private final int places;
  private final IntConsumer running;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Host> hosts = new ConcurrentHashMap<>();

  /**
   * A queue.
   *
   * @param places how many calls to one host may run at once
   * @param running is told how many calls run now whenever that changes
   */
  CallQueue(JobClock clock, int places, IntConsumer running) {
    this.clock = clock;
    this.places = places;
    this.running = running;
  }

  /** Starts a call as soon as there is a place. */
  void enter(String host, Call call, Callback callback) {
    Host at = hosts.computeIfAbsent(host, ignored -> new Host());
    at.enter(new Entry(at, call, callback));
  }

  /** A call that runs or waits for its place. */
  private static final class Entry implements Callback {
    private final Host host;
    private final Call call;
    private final Callback callback;
    private Instant since = Instant.MAX;
    private boolean placed;

    Entry(Host host, Call call, Callback callback) {
      this.host = host;
      this.call = call;
      this.callback = callback;
    }

    void start() {
      call.enqueue(this);
    }

    @Override
    public void onFailure(Call failed, IOException cause) {
      try {
        callback.onFailure(failed, cause);
      } finally {
        host.leave(this);
      }
    }

    @Override
    public void onResponse(Call answered, Response response) throws IOException {
      try {
        callback.onResponse(answered, response);
      } finally {
        host.leave(this);
      }
    }
  }

  private final class Host {
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final Deque<Entry> inPlace = new ArrayDeque<>();
    private Duration usual = MOST_PATIENCE;
    private int free = places;
    private int hanging;
    private boolean watched;

    void enter(Entry entry) {
      synchronized (this) {
        if (free == 0) {
          waiting.add(entry);
          watch();
          return;
        }
        place(entry);
      }
      running.accept(count.incrementAndGet());
      entry.start();
    }

    private void place(Entry entry) {
      free--;
      entry.placed = true;
      entry.since = clock.now();
      inPlace.add(entry);
    }

    void leave(Entry entry) {
      Entry next;
      synchronized (this) {
        if (entry.placed) {
          inPlace.remove(entry);
          free++;
          usual =
              usual.multipliedBy(7).plus(Duration.between(entry.since, clock.now())).dividedBy(8);
        } else {
          hanging--; // It gave its place away long ago.
        }
        next = free > 0 ? waiting.poll() : null;
        if (next != null) {
          place(next);
        }
      }
      if (next != null) {
        next.start();
      } else {
        running.accept(count.decrementAndGet());
      }
    }

    /** Looks after calls that hang, while others wait for them. */
    private void watch() {
      if (!watched) {
        watched = true;
        Entry oldest = inPlace.peek();
        Duration had = oldest == null ? Duration.ZERO : Duration.between(oldest.since, clock.now());
        Duration left = patience().minus(had);
        clock.after(left.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : left, this::look);
      }
    }

    private Duration patience() {
      Duration patience = usual.multipliedBy(UNUSUAL);
      return patience.compareTo(LEAST_PATIENCE) < 0
          ? LEAST_PATIENCE
          : patience.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : patience;
    }

    private void look() {
      List<Entry> next = new ArrayList<>();
      synchronized (this) {
        watched = false;
        Instant before = clock.now().minus(patience());
        while (hanging < HANGING && !inPlace.isEmpty() && !inPlace.peek().since.isAfter(before)) {
          inPlace.remove().placed = false;
          hanging++;
          free++;
        }
        while (free > 0 && !waiting.isEmpty()) {
          Entry entry = waiting.remove();
          place(entry);
          next.add(entry);
        }
        if (!waiting.isEmpty()) {
          watch();
        }
      }
      for (Entry entry : next) {
        running.accept(count.incrementAndGet());
        entry.start();
      }
    }
  }
}
