// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.vendor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;

/** One kept connection: reads a request, writes its answer, reads the next. */
final class Connection {
  private static final int LONGEST_REQUEST = 1 << 20;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final HttpLoop.Handler handler;
  private ByteBuffer in = ByteBuffer.allocate(2048);
  private ByteBuffer out = ByteBuffer.allocate(0);

  Connection(SocketChannel channel, SelectionKey key, HttpLoop.Handler handler) {
    this.channel = channel;
    this.key = key;
    this.handler = handler;
  }

  /** The socket can be read or written. */
  void ready() throws IOException {
    if (key.isValid() && key.isWritable()) {
      write();
    }
    if (key.isValid() && key.isReadable()) {
      read();
    }
  }

  private void read() throws IOException {
    if (!in.hasRemaining()) {
      if (in.capacity() >= LONGEST_REQUEST) {
        throw new IOException("a request of more than " + LONGEST_REQUEST + " bytes");
      }
      in = ByteBuffer.wrap(Arrays.copyOf(in.array(), in.capacity() * 2)).position(in.position());
    }
    if (channel.read(in) < 0) {
      channel.close();
      return;
    }
    Optional<HttpLoop.Request> request = new RequestReader(in.array(), in.position()).read();
    if (request.isPresent()) {
      in.clear(); // Clients of this server send no request before the last one is answered.
      handler.handle(request.get(), this::reply);
    }
  }

  private void reply(int status, String mediaType, byte[] body) {
    if (!channel.isOpen()) {
      return; // Who asked did not wait for a late answer.
    }
    byte[] head =
        ("HTTP/1.1 " + status + " -\r\nContent-Type: " + mediaType + "\r\nContent-Length: ")
            .concat(body.length + "\r\n\r\n")
            .getBytes(ISO_8859_1);
    out = ByteBuffer.allocate(head.length + body.length).put(head).put(body).flip();
    try {
      write();
    } catch (IOException e) {
      key.cancel();
    }
  }

  private void write() throws IOException {
    channel.write(out);
    key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }
}
