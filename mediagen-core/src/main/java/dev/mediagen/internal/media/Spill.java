// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.media;

import dev.mediagen.spi.Blob;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Many bytes, in a temporary file that lives as long as this object does, or the JVM. Thread-safe.
 */
public final class Spill implements Blob {
  private static final Cleaner CLEANER = Cleaner.create();

  /** The files there are. {@code File.deleteOnExit} would remember all there ever were. */
  private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> FILES.forEach(Spill::delete), "mediagen-spills"));
  }

  private final Path file;
  private final long size;
  private volatile @Nullable String sha256;

  private Spill(Path file, long size) {
    this.file = file;
    this.size = size;
    CLEANER.register(this, () -> delete(file));
  }

  @Override
  public long size() {
    return size;
  }

  /**
   * The digest, in lower-case hex. Reads all bytes when it is first asked for: they lie here, and
   * few ask.
   */
  public String sha256() throws IOException {
    String known = sha256;
    if (known == null) {
      Digest digest = new Digest();
      byte[] buffer = new byte[64 * 1024];
      try (InputStream in = open()) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          digest.update(buffer, 0, n);
        }
      }
      known = digest.hex();
      sha256 = known;
    }
    return known;
  }

  @Override
  public InputStream open() throws IOException {
    InputStream in = Files.newInputStream(file);
    return new FilterInputStream(in) {
      /** Keeps the blob, and so its file, alive while somebody reads. */
      @SuppressWarnings("UnusedVariable")
      private final Blob owner = Spill.this;

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
      }
    };
  }

  /** Lets the system copy all bytes to where a file is written, without a detour through here. */
  public void copyTo(FileChannel target) throws IOException {
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
      long at = 0;
      while (at < size) {
        long n = from.transferTo(at, size - at, target);
        if (n <= 0) {
          throw new IOException(file + " has only " + at + " of " + size + " bytes left");
        }
        at += n;
      }
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      FILES.remove(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes on their way into a file, which is written beside. Not thread-safe. */
  static final class Writer {
    private final Path file;
    private final OutputStream out;
    private final Blocks blocks;
    private long size;

    Writer() throws IOException {
      file = Files.createTempFile("mediagen-", ".bin");
      FILES.add(file);
      // Not truncated, which is the default: ext4 would write a truncated file out when it is
      // closed.
      out = Files.newOutputStream(file, StandardOpenOption.WRITE);
      blocks = new Blocks((bytes, length) -> out.write(bytes, 0, length));
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
      size += length;
      blocks.pass(bytes, offset, length);
    }

    byte[] swap(byte[] bytes, int length) throws IOException {
      size += length;
      return blocks.swap(bytes, length);
    }

    Spill finish() throws IOException {
      blocks.finish();
      out.close();
      return new Spill(file, size);
    }

    void discard() throws IOException {
      blocks.drop();
      out.close();
      delete(file);
    }
  }
}
