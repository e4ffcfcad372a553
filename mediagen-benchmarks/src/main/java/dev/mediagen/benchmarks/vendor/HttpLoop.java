// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.vendor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP/1.1 server on one thread, for thousands of connections and answers that may come late.
 * Everything runs on the thread that calls {@link #run}, so handlers need no locks and must not
 * block.
 */
final class HttpLoop implements AutoCloseable {
  /** Answers requests, now or later. */
  interface Handler {
    void handle(Request request, Reply reply);
  }

  /** Takes the answer to one request. */
  interface Reply {
    void send(int status, String mediaType, byte[] body);
  }

  /**
   * One request.
   *
   * @param target path and query, as sent
   * @param key the header {@code Idempotency-Key}; empty when there is none
   */
  record Request(String method, String target, String key, String body) {}

  private record Timer(long due, Runnable task) {}

  private final Handler handler;
  private final Selector selector;
  private final ServerSocketChannel server;
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::due));

  /** A server on a free port of the loopback interface; connections wait until it runs. */
  HttpLoop(Handler handler) throws IOException {
    this.handler = handler;
    this.selector = Selector.open();
    this.server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  int port() throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  /** Does something later, on the thread of the loop; to be called on that thread. */
  void after(long millis, Runnable task) {
    timers.add(new Timer(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), task));
  }

  /** Serves until it is closed. */
  void run() throws IOException {
    while (server.isOpen()) {
      selector.select(this::ready, untilTimer());
      while (!timers.isEmpty() && timers.peek().due() <= System.nanoTime()) {
        timers.remove().task().run();
      }
    }
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  /** How many milliseconds to wait for the next timer; 0 means «for ever» to a selector. */
  private long untilTimer() {
    return timers.isEmpty()
        ? 0
        : Math.max(1, TimeUnit.NANOSECONDS.toMillis(timers.peek().due() - System.nanoTime()));
  }

  private void ready(SelectionKey key) {
    try {
      if (key.attachment() instanceof Connection connection) {
        connection.ready();
      } else {
        accept();
      }
    } catch (IOException e) {
      // The other side went away, which is its right: whoever kills clients expects no less.
      key.cancel();
      close(key);
    }
  }

  private static void close(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      throw new IllegalStateException("a connection cannot be closed", e);
    }
  }

  private void accept() throws IOException {
    for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
      channel.configureBlocking(false);
      channel.socket().setTcpNoDelay(true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      key.attach(new Connection(channel, key, handler));
    }
  }

  /** Ends {@link #run}; may be called from any thread. */
  @Override
  public void close() throws IOException {
    server.close();
    selector.wakeup();
  }
}
