// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a journal asks of an open file; between the two, tests put disks that are full. */
interface JournalChannel extends Closeable {
  /** Writes some of the bytes, perhaps not all, where the last write ended. */
  void write(ByteBuffer bytes) throws IOException;

  /** Returns when all that was written would survive a crash of the machine. */
  void force() throws IOException;

  /** Cuts the file to a length that it has at least, and goes on writing there. */
  void cut(long length) throws IOException;

  /** Opens files for writing. */
  interface Opener {
    /**
     * Opens a file; makes it, for its owner's eyes only, where there is none. When this returns,
     * the name of the file would survive a crash of the machine.
     */
    JournalChannel open(Path file) throws IOException;
  }

  /** Opens a file on a disk, as {@link Opener#open} says. */
  static JournalChannel open(Path file) throws IOException {
    JournalChannel channel = of(file);
    try {
      forceDirectory(file.toAbsolutePath().getParent());
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static void forceDirectory(@Nullable Path directory) throws IOException {
    // Windows opens no directories, and has no need to: it writes names as they are made.
    if (directory != null && isPosix(directory)) {
      try (FileChannel channel = FileChannel.open(directory)) {
        channel.force(true);
      }
    }
  }

  /** A channel to a file on a disk, which is made where there is none. */
  static JournalChannel of(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, Set.of(CREATE, WRITE), ownerOnly(file));
    return new JournalChannel() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
      }

      @Override
      public void force() throws IOException {
        channel.force(false);
      }

      @Override
      public void cut(long length) throws IOException {
        if (channel.size() < length) {
          throw new IOException(
              "has " + channel.size() + " bytes where " + length + " were written: who cut it?");
        }
        channel.truncate(length).position(length);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  /** What makes a new file readable for its owner only, where the file system knows owners. */
  static FileAttribute<?>[] ownerOnly(Path file) {
    return isPosix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
