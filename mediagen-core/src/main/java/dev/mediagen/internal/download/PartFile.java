// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is written beside its place, and is moved there when it is whole. Closed before that,
 * it leaves nothing. Not thread-safe.
 */
final class PartFile implements AutoCloseable {
  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

  PartFile(Path file) throws IOException {
    target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    // Not a file of createTempFile: nobody else could read that one.
    part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      int n = Math.min(left, buffer.remaining());
      buffer.put(bytes, from, n);
      from += n;
      left -= n;
      if (!buffer.hasRemaining()) {
        flush();
      }
    }
  }

  /** Where it is written to, for those who need no buffer. */
  FileChannel channel() {
    return channel;
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /** Takes back what was written. */
  boolean rewind() throws IOException {
    buffer.clear();
    channel.truncate(0).position(0);
    return true;
  }

  /** Puts the file into its place. */
  void finish() throws IOException {
    flush();
    channel.close();
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }
}
