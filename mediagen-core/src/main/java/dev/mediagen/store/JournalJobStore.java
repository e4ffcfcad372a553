// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mediagen.error.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps records in a file that only grows, and is written anew when most of it is out of date.
 *
 * <p>Callers queue what they want written. One thread takes all that is queued, writes it, forces
 * the file once, and so serves as many callers as came in the meantime. Only this thread touches
 * the file once it is open.
 */
final class JournalJobStore implements JobStore {
  private static final Logger LOG = LoggerFactory.getLogger(JournalJobStore.class);

  /** A file below this many bytes is not worth the trouble of writing it anew. */
  static final long COMPACT_FROM = 1 << 20;

  /** So many removals may wait to be forced, while their records still take memory. */
  private static final int MAX_UNFORCED = 1000;

  private final Path path;
  private final JournalLock lock;
  private final JournalFile file;
  private final JournalThreads threads = new JournalThreads();

  /** Used by whoever uses the file. */
  private long compactFrom;

  // Guarded by this: removals that a failed write left undone and the next group takes along, what
  // is to be written, what was written and not forced, what is safe.
  private final List<Entry> owed = new ArrayList<>();
  private final List<Entry> queued = new ArrayList<>();
  private List<Entry> unforced = new ArrayList<>();
  private final LiveRecords live;
  private boolean writing;
  private boolean closed;

  private JournalJobStore(
      Path path, JournalLock lock, JournalFile file, LiveRecords live, long compactFrom) {
    this.path = path;
    this.lock = lock;
    this.file = file;
    this.live = live;
    this.compactFrom = compactFrom;
  }

  /** Something to write, and who waits for it: nobody waits for a removal. */
  private record Entry(Frame frame, Optional<CompletableFuture<Void>> saved) {
    static Entry removal(String id) {
      return new Entry(Frame.forget(id), Optional.empty());
    }
  }

  static JournalJobStore open(Path file, JournalChannel.Opener opener, long compactFrom) {
    try {
      Path path = real(file);
      JournalLock lock = JournalLock.take(path);
      try {
        LiveRecords live = new LiveRecords();
        JournalFile journal = JournalFile.open(path, opener, live::apply);
        JournalJobStore store = new JournalJobStore(path, lock, journal, live, compactFrom);
        if (journal.isDamaged()) {
          store.compact();
        } else {
          store.compactIfDue();
        }
        return store;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the journal " + file + " could not be opened: " + e.getMessage(), e);
    }
  }

  /** One name for one file: by another, a second store would take the file for another too. */
  private static Path real(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    if (Files.exists(absolute)) {
      return absolute.toRealPath();
    }
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new IOException("it is no file");
    }
    return parent.toRealPath().resolve(absolute.getFileName());
  }

  @Override
  public CompletableFuture<Void> save(JobRecord record) {
    CompletableFuture<Void> saved = new CompletableFuture<>();
    try {
      Frame frame = Frame.keep(record.id(), record.toJson().getBytes(UTF_8));
      enqueue(new Entry(frame, Optional.of(saved)));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return CompletableFuture.failedFuture(e);
    }
    return saved;
  }

  @Override
  public void remove(String id) {
    enqueue(Entry.removal(id));
  }

  private synchronized void enqueue(Entry entry) {
    checkOpen();
    if (!writing) {
      threads.write(this::writeAll);
      writing = true;
    }
    queued.add(entry);
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the journal " + path + " is closed");
    }
  }

  /** Writes group after group until nothing is queued. */
  private void writeAll() {
    for (List<Entry> group = take(); !group.isEmpty(); group = take()) {
      write(group, group.stream().anyMatch(entry -> entry.frame.keeps()));
    }
  }

  private synchronized List<Entry> take() {
    writing = !queued.isEmpty();
    return writing ? takeAll() : List.of();
  }

  private synchronized List<Entry> takeAll() {
    List<Entry> group = new ArrayList<>(owed);
    group.addAll(queued);
    owed.clear();
    queued.clear();
    unforced.addAll(group);
    return group;
  }

  private void write(List<Entry> group, boolean force) {
    try {
      file.append(group.stream().map(Entry::frame).toList());
      if (force || unforced.size() > MAX_UNFORCED) {
        file.force();
        settle(null);
        compactIfDue();
      }
    } catch (IOException | RuntimeException | Error e) {
      file.rollBack();
      settle(
          new UncheckedIOException(
              "the journal " + path + " could not be written: " + e.getMessage(),
              e instanceof IOException io ? io : new IOException(e)));
    }
  }

  /** Tells what became of everything that was written since the last time. */
  private void settle(@Nullable UncheckedIOException failure) {
    for (Entry entry : settled(failure == null)) {
      entry.saved.ifPresent(saved -> threads.tell(() -> complete(saved, failure)));
    }
  }

  private synchronized List<Entry> settled(boolean safe) {
    List<Entry> settled = unforced;
    unforced = new ArrayList<>();
    if (safe) {
      settled.forEach(entry -> live.apply(entry.frame));
    } else {
      settled.stream()
          .filter(entry -> !entry.frame.keeps() && live.has(entry.frame.id()))
          .forEach(owed::add);
    }
    return settled;
  }

  private static void complete(
      CompletableFuture<Void> saved, @Nullable UncheckedIOException failure) {
    if (failure == null) {
      saved.complete(null);
    } else {
      saved.completeExceptionally(failure);
    }
  }

  private void compactIfDue() {
    long liveBytes = liveBytes();
    if (file.length() > compactFrom && file.length() - liveBytes > liveBytes) {
      compact();
    }
  }

  private synchronized long liveBytes() {
    return live.bytes();
  }

  private synchronized List<Frame> liveFrames() {
    return live.frames();
  }

  private void compact() {
    try {
      file.replace(liveFrames());
    } catch (IOException e) {
      compactFrom = 2 * file.length();
      LOG.warn("the journal {} could not be written anew, and goes on to grow", path, e);
    }
  }

  @Override
  public List<JobRecord> records() {
    List<Frame> frames;
    Set<String> forgotten = new HashSet<>();
    synchronized (this) {
      checkOpen();
      frames = live.frames();
      Stream.of(owed, unforced, queued)
          .flatMap(List::stream)
          .filter(entry -> !entry.frame.keeps())
          .forEach(entry -> forgotten.add(entry.frame.id()));
    }
    return frames.stream()
        .filter(frame -> !forgotten.contains(frame.id()))
        .flatMap(frame -> read(frame).stream())
        .sorted(JobRecord.oldestFirst())
        .toList();
  }

  private Optional<JobRecord> read(Frame frame) {
    try {
      return Optional.of(JobRecord.fromJson(new String(frame.json(), UTF_8)));
    } catch (InvalidRequestException e) {
      LOG.warn(
          "the journal {} keeps a record {} that this version cannot read; it stays there",
          path,
          frame.id(),
          e);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    threads.closeAfter(this::finish);
  }

  private void finish() {
    write(takeAll(), true);
    if (!owed.isEmpty()) {
      LOG.warn(
          "the journal {} could not forget {} jobs, which will be asked for once more",
          path,
          owed.size());
    }
    try (lock;
        file) {
      LOG.debug("the journal {} is closed", path);
    } catch (IOException e) {
      LOG.warn("the journal {} was written, but could not be closed", path, e);
    }
  }
}
