// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A server that speaks just enough HTTP/2 to send calls away: it answers the end of the first
 * request on a connection with one frame of the test's choice.
 */
final class Http2Door implements AutoCloseable {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int END_STREAM = 1;

  /** What a client sends first, before any frame. */
  private static final int PREFACE_LENGTH = 24;

  private final SSLServerSocket server;
  private final IntFunction<byte[]> answer;
  private final AtomicInteger requests = new AtomicInteger();

  private Http2Door(SSLContext tls, IntFunction<byte[]> answer) {
    this.answer = answer;
    try {
      server = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0);
      SSLParameters parameters = server.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      server.setSSLParameters(parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "http2-door");
    thread.setDaemon(true);
    thread.start();
  }

  /** Resets the stream of the request, with an error code of RFC 9113, 7. */
  static Http2Door resetting(SSLContext tls, int code) {
    return new Http2Door(tls, stream -> frame(3, stream, new byte[] {0, 0, 0, (byte) code}));
  }

  /**
   * Says goodbye with GOAWAY; the connection stays open until the other side closes it.
   *
   * @param takesIn whether the stream of the request is the last one that it says it looked at, and
   *     not the one before
   */
  static Http2Door goingAway(SSLContext tls, boolean takesIn) {
    return new Http2Door(
        tls,
        stream -> frame(7, 0, new byte[] {0, 0, 0, (byte) (takesIn ? stream : 0), 0, 0, 0, 0}));
  }

  String url() {
    return "https://localhost:" + server.getLocalPort();
  }

  /** How many requests came, whole. */
  int requests() {
    return requests.get();
  }

  private void serve() {
    while (true) {
      try (SSLSocket socket = (SSLSocket) server.accept()) {
        answer(socket);
      } catch (IOException e) {
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  private void answer(SSLSocket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    in.skipNBytes(PREFACE_LENGTH);
    out.write(frame(SETTINGS, 0, new byte[0]));
    out.flush();
    while (true) {
      int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      in.skipNBytes(length);
      if ((type == DATA || type == HEADERS) && (flags & END_STREAM) != 0) {
        requests.incrementAndGet();
        out.write(answer.apply(stream));
        out.flush();
      }
    }
  }

  private static byte[] frame(int type, int stream, byte[] payload) {
    byte[] frame = new byte[9 + payload.length];
    frame[2] = (byte) payload.length;
    frame[3] = (byte) type;
    frame[8] = (byte) stream;
    System.arraycopy(payload, 0, frame, 9, payload.length);
    return frame;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
