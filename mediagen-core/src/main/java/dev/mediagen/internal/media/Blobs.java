// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.media;

import dev.mediagen.spi.Blob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Bytes in memory while they are few, in a temporary file when they are many. */
public final class Blobs {
  /** From this size on, bytes go to a file. */
  static final int IN_MEMORY = 256 * 1024;

  private static final Cleaner CLEANER = Cleaner.create();

  private Blobs() {}

  /** The bytes of a file, streamed from where they lie. */
  public static Blob file(Path path) throws IOException {
    return new FileBlob(path, Files.size(path));
  }

  /** The first bytes of a blob. */
  public static byte[] head(Blob blob) throws IOException {
    try (InputStream in = blob.open()) {
      return in.readNBytes(MediaTypes.SNIFF_LENGTH);
    }
  }

  /** A place to write bytes of unknown number, which then are a blob. */
  public static final class Sink extends OutputStream {
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private long size;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      size += length;
      if (out == null && size > IN_MEMORY) {
        file = Files.createTempFile("mediagen-", ".bin");
        out = Files.newOutputStream(file);
        memory.writeTo(out);
        memory.reset();
      }
      if (out != null) {
        out.write(bytes, offset, length);
      } else {
        memory.write(bytes, offset, length);
      }
    }

    @Override
    public void close() throws IOException {
      if (out != null) {
        out.close();
      }
    }

    /** What was written; the file, if there is one, lives as long as the blob. */
    public Blob blob() {
      if (file == null) {
        return Blob.of(memory.toByteArray());
      }
      FileBlob blob = new FileBlob(file, size);
      Path mine = file;
      CLEANER.register(
          blob,
          () -> {
            try {
              Files.deleteIfExists(mine);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      mine.toFile().deleteOnExit();
      return blob;
    }

    /** Throws away what was written. */
    public void discard() throws IOException {
      close();
      if (file != null) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static final class FileBlob implements Blob {
    private final Path path;
    private final long size;

    FileBlob(Path path, long size) {
      this.path = path;
      this.size = size;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public InputStream open() throws IOException {
      InputStream in = Files.newInputStream(path);
      return new java.io.FilterInputStream(in) {
        /** Keeps the blob, and so its file, alive while somebody reads. */
        @SuppressWarnings("UnusedVariable")
        private final Blob owner = FileBlob.this;

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          return in.read(buffer, offset, length);
        }
      };
    }
  }
}
