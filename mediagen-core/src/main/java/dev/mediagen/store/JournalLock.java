// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a journal to one store: a lock on a file beside it. That file stays, since one that another
 * process has just opened cannot be deleted safely. Thread-safe.
 */
final class JournalLock implements Closeable {
  /**
   * The journals of this process. POSIX gives up a lock when its process closes the lock file
   * anywhere: a second attempt from within must not even open it.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path journal;
  private final FileChannel channel;

  private JournalLock(Path journal, FileChannel channel) {
    this.journal = journal;
    this.channel = channel;
  }

  /**
   * Takes the lock of a journal, whose path has no links left to follow.
   *
   * @throws IllegalStateException if somebody has it
   */
  static JournalLock take(Path journal) throws IOException {
    if (!OURS.add(journal)) {
      throw inUse(journal, "another store of this process");
    }
    try {
      return new JournalLock(journal, locked(journal));
    } catch (IOException | RuntimeException e) {
      OURS.remove(journal);
      throw e;
    }
  }

  private static FileChannel locked(Path journal) throws IOException {
    Path file = journal.resolveSibling(journal.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(file, Set.of(CREATE, WRITE), JournalChannel.ownerOnly(file));
    boolean taken = false;
    try {
      taken = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // This library, loaded by another class loader of this process.
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    if (!taken) {
      throw inUse(journal, "another process");
    }
    return channel;
  }

  private static IllegalStateException inUse(Path journal, String who) {
    return new IllegalStateException(
        "the journal "
            + journal
            + " is in use by "
            + who
            + ": close that one first, or give each its own file");
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      OURS.remove(journal);
    }
  }
}
