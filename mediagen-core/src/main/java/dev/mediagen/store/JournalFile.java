// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of a journal: a header of 12 bytes, the magic and the version of the format, and then
 * frames. It grows at its end, and is replaced as a whole. Not thread-safe; a thread that uses it
 * must not be interrupted, since Java closes its file then.
 */
final class JournalFile implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

  static final int VERSION = 1;
  static final int HEADER_SIZE = 12;
  private static final byte[] MAGIC = "mediagen".getBytes(US_ASCII);
  private static final int BUFFER_SIZE = 1 << 16;

  private final Path path;
  private final JournalChannel.Opener opener;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE);

  /** Null when the file has to be opened again: at first, after a failure, after a replacement. */
  private @Nullable JournalChannel channel;

  private long written;
  private long forced;
  private boolean damaged;

  private JournalFile(Path path, JournalChannel.Opener opener) {
    this.path = path;
    this.opener = opener;
  }

  /**
   * Opens a journal, and makes it where there is none.
   *
   * @param records takes what the file holds, in the order in which it was written
   * @throws IOException if it cannot be read and written, or is no journal of this version
   */
  static JournalFile open(Path path, JournalChannel.Opener opener, Consumer<Frame> records)
      throws IOException {
    JournalFile file = new JournalFile(path, opener);
    try {
      if (Files.notExists(path) || file.isUnfinishedHeader()) {
        file.begin();
      } else {
        file.read(records);
      }
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The process that made the file may have died before the header was whole. */
  private boolean isUnfinishedHeader() throws IOException {
    byte[] header = header().array();
    if (Files.size(path) >= header.length) {
      return false;
    }
    byte[] found = Files.readAllBytes(path);
    return Arrays.equals(found, Arrays.copyOf(header, found.length));
  }

  private void begin() throws IOException {
    JournalChannel to = ready();
    writeFully(to, header());
    written = HEADER_SIZE;
    force();
  }

  private void read(Consumer<Frame> records) throws IOException {
    try (SeekableByteChannel in = Files.newByteChannel(path)) {
      checkHeader(in);
      // From a process that died while it wrote the file anew.
      Files.deleteIfExists(replacement());
      FrameReader reader = new FrameReader(in);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        records.accept(frame);
      }
      report(reader);
      written = reader.end();
      forced = reader.end();
    }
    ready();
  }

  private void checkHeader(SeekableByteChannel in) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_SIZE);
    while (header.hasRemaining() && in.read(header) >= 0) {}
    if (header.hasRemaining() || !header.flip().slice(0, 8).equals(ByteBuffer.wrap(MAGIC))) {
      throw new IOException("it is no journal of mediagen, and is left as it is");
    }
    int version = header.getInt(MAGIC.length);
    if (version != VERSION) {
      throw new IOException(
          "its format has version "
              + version
              + ", and this version of mediagen reads and writes "
              + VERSION);
    }
  }

  /** Says what was not readable, and keeps it where it is more than a write that was cut short. */
  private void report(FrameReader reader) throws IOException {
    if (reader.skipped() > 0 || (reader.tail() > 0 && !reader.tornTail())) {
      damaged = true;
      Path copy = keepCopy();
      LOG.warn(
          "the journal {} is damaged: {} bytes amid its records and {} at its end are unreadable; "
              + "all other records were read, and the damaged file is kept as {}",
          path,
          reader.skipped(),
          reader.tail(),
          copy);
    } else if (reader.tail() > 0) {
      LOG.warn(
          "the journal {} ended in {} bytes of an unfinished write, which are cut off",
          path,
          reader.tail());
    }
  }

  private Path keepCopy() throws IOException {
    int number = 1;
    Path copy = sibling(".damaged-" + number);
    while (Files.exists(copy)) {
      copy = sibling(".damaged-" + ++number);
    }
    return Files.copy(path, copy);
  }

  /** Whether bytes were found that belong to no frame; so they are until the file is replaced. */
  boolean isDamaged() {
    return damaged;
  }

  /** The length of the file, what is not forced yet included. */
  long length() {
    return written;
  }

  /** Writes frames to the end of the file; where this fails, {@link #rollBack()} has to follow. */
  void append(List<Frame> frames) throws IOException {
    written += write(ready(), frames);
  }

  /** Returns when all that was appended would survive a crash of the machine. */
  void force() throws IOException {
    ready().force();
    forced = written;
  }

  /**
   * Takes back what was appended since the last {@link #force()}. What a failed force leaves in
   * memory of the operating system cannot be trusted, so the file is opened again too.
   */
  void rollBack() {
    try {
      close();
      ready();
    } catch (IOException | RuntimeException e) {
      LOG.warn("the journal {} could not be taken back; the next write tries again", path, e);
    }
  }

  /**
   * Puts a file with only these frames in place of this one. A crash at any moment leaves one or
   * the other, whole.
   */
  void replace(List<Frame> frames) throws IOException {
    Path fresh = replacement();
    try {
      long length = copyTo(fresh, frames);
      // Windows does not replace a file that is open.
      close();
      Files.move(fresh, path, ATOMIC_MOVE);
      written = length;
      forced = length;
      damaged = false;
    } finally {
      Files.deleteIfExists(fresh);
    }
    ready();
  }

  private long copyTo(Path fresh, List<Frame> frames) throws IOException {
    try (JournalChannel to = opener.open(fresh)) {
      to.cut(0);
      writeFully(to, header());
      long length = HEADER_SIZE + write(to, frames);
      to.force();
      return length;
    }
  }

  /** Closes the file; it opens again when it is used. What was not forced may be lost. */
  @Override
  public void close() throws IOException {
    JournalChannel open = channel;
    channel = null;
    written = forced;
    if (open != null) {
      open.close();
    }
  }

  /** The open file, which ends where the last force left it if it was not open. */
  private JournalChannel ready() throws IOException {
    if (channel == null) {
      JournalChannel opened = opener.open(path);
      try {
        opened.cut(forced);
      } catch (IOException | RuntimeException e) {
        opened.close();
        throw e;
      }
      channel = opened;
    }
    return channel;
  }

  private long write(JournalChannel to, List<Frame> frames) throws IOException {
    long bytes = 0;
    buffer.clear();
    for (Frame frame : frames) {
      int size = frame.size();
      if (size > buffer.remaining()) {
        writeFully(to, buffer.flip());
        buffer.clear();
      }
      if (size > buffer.capacity()) {
        ByteBuffer large = ByteBuffer.allocate(size);
        frame.writeTo(large);
        writeFully(to, large.flip());
      } else {
        frame.writeTo(buffer);
      }
      bytes += size;
    }
    writeFully(to, buffer.flip());
    return bytes;
  }

  private static void writeFully(JournalChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  private static ByteBuffer header() {
    return ByteBuffer.allocate(HEADER_SIZE).put(MAGIC).putInt(VERSION).flip();
  }

  private Path replacement() {
    return sibling(".new");
  }

  private Path sibling(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }
}
