// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.media;

import dev.mediagen.spi.Blob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Bytes in memory while they are few, in a temporary file when they are many. */
public final class Blobs {
  /** From this size on, bytes go to a file. */
  static final int IN_MEMORY = 256 * 1024;

  private Blobs() {}

  /** The bytes of a file, streamed from where they lie. */
  public static Blob file(Path path) throws IOException {
    long size = Files.size(path);
    return new Blob() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(path);
      }
    };
  }

  /** The first bytes of a blob. */
  public static byte[] head(Blob blob) throws IOException {
    try (InputStream in = blob.open()) {
      return in.readNBytes(MediaTypes.SNIFF_LENGTH);
    }
  }

  /**
   * A place to write bytes of unknown number, which then are a blob. Closed before {@link #blob},
   * it leaves nothing behind. Not thread-safe.
   */
  public static final class Sink extends OutputStream {
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Spill.@Nullable Writer file;
    private @Nullable Blob whole;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (file == null && memory.size() + length > IN_MEMORY) {
        file = new Spill.Writer();
        file.write(memory.toByteArray(), 0, memory.size());
        memory.reset();
      }
      if (file != null) {
        file.write(bytes, offset, length);
      } else {
        memory.write(bytes, offset, length);
      }
    }

    /** Writes bytes and keeps the array; gives another one of at least its length for it. */
    public byte[] swap(byte[] bytes, int length) throws IOException {
      if (file != null) {
        return file.swap(bytes, length);
      }
      write(bytes, 0, length);
      return bytes;
    }

    /** What was written; nothing can be written any more. The file, if any, lives as long. */
    public Blob blob() throws IOException {
      if (whole == null) {
        whole = file == null ? Blob.of(memory.toByteArray()) : file.finish();
      }
      return whole;
    }

    /** Throws away what was written, unless it is a blob already. */
    @Override
    public void close() throws IOException {
      if (whole == null && file != null) {
        file.discard();
      }
    }
  }
}
