// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of words, one a line, that a killed process leaves whole: each is one write, and what was
 * written stays when only the process dies. Thread-safe.
 */
final class AppendFile implements AutoCloseable {
  private final FileChannel channel;

  AppendFile(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  synchronized void add(String word) {
    try {
      channel.write(ByteBuffer.wrap((word + "\n").getBytes(UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a file; none when it was never written. */
  static List<String> read(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
