// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP/1.1 server on loopback that can be as rude as it likes. It knows which call comes before
 * it reads its body, so that a fault may belong to a route; a mock server that draws its faults
 * before it reads cannot do that. One daemon thread for each connection.
 */
final class Loopback implements AutoCloseable {
  /** What the server does with a call. */
  interface Handler {
    /**
     * Answers one call.
     *
     * @return whether the connection can be used again
     */
    boolean handle(CallReader call, InputStream in, OutputStream out) throws IOException;
  }

  private static final int BACKLOG = 256;

  /** Small, so that a call of some length cannot hide in it while nobody reads. */
  private static final int RECEIVE_BUFFER = 16 * 1024;

  private final ServerSocket server;
  private final Handler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger hangUps = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  Loopback(Handler handler) {
    this.handler = handler;
    try {
      server = new ServerSocket();
      server.setReceiveBufferSize(RECEIVE_BUFFER);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start("accept", this::accept);
  }

  /** Where it is, without a slash at the end. */
  String origin() {
    return "http://localhost:" + server.getLocalPort();
  }

  /** Closes the next connections as soon as they are made. */
  void hangUp(int connections) {
    hangUps.set(connections);
  }

  /** How many connections are open. */
  int connections() {
    return open.size();
  }

  /** Lets real time pass; ends early when the server is closed. */
  void pause(Duration time) throws IOException {
    try {
      if (!time.isZero() && closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("the server was closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void start(String name, Runnable run) {
    Thread thread = new Thread(run, "mediagen-testkit-" + name + "-" + server.getLocalPort());
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (closed.getCount() > 0) {
      try {
        Socket socket = server.accept();
        if (hangUps.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
          socket.close();
          continue;
        }
        open.add(socket);
        start("serve", () -> serve(socket));
      } catch (IOException e) {
        return; // Closed: there is nothing to accept any more.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = new BufferedOutputStream(socket.getOutputStream());
      boolean again = closed.getCount() > 0;
      while (again) {
        Optional<CallReader> call = CallReader.next(in);
        again = call.isPresent() && handler.handle(call.get(), in, out);
      }
    } catch (IOException e) {
      // The other side has gone, or the server was closed: nobody is left to be told.
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
