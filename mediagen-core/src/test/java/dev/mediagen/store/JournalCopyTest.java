// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file as a crash would leave it, at many moments of a busy time. */
class JournalCopyTest {
  private static final int THREADS = 8;
  private static final int COPIES = 40;

  @TempDir private Path directory;

  /** Records whose save has completed and that nobody has begun to remove. */
  private final Set<Integer> safe = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean enough = new AtomicBoolean();

  @Test
  void each_record_that_was_safe_is_in_each_copy_of_the_file() throws IOException {
    Path file = directory.resolve("jobs.journal");
    List<CompletableFuture<Void>> workers = new ArrayList<>();
    List<Path> copies = new ArrayList<>();
    List<Set<Integer>> expected = new ArrayList<>();
    try (JobStore store = JournalJobStore.open(file, JournalChannel::open, 32 << 10)) {
      for (int i = 0; i < THREADS; i++) {
        int worker = i;
        workers.add(
            CompletableFuture.runAsync(
                () -> work(store, worker), task -> new Thread(task, "worker").start()));
      }
      for (int i = 0; i < COPIES; i++) {
        awaitSome(store);
        Set<Integer> before = new HashSet<>(safe);
        Path copy = directory.resolve("copy-" + i);
        Files.write(copy, Files.readAllBytes(file));
        before.retainAll(safe);
        copies.add(copy);
        expected.add(before);
      }
      enough.set(true);
      workers.forEach(CompletableFuture::join);
    }

    for (int i = 0; i < COPIES; i++) {
      assertHolds(copies.get(i), expected.get(i));
    }
    assertHolds(file, safe);
    assertThat(expected).anySatisfy(one -> assertThat(one).hasSizeGreaterThan(10));
  }

  /** Saves records of this worker, and removes some, in an order that is always the same. */
  private void work(JobStore store, int worker) {
    Random random = new Random(worker);
    List<Integer> mine = new ArrayList<>();
    for (int next = worker; !enough.get(); next += THREADS) {
      int number = next;
      store.save(Records.begun(number)).join();
      store.save(Records.accepted(number)).join();
      safe.add(number);
      mine.add(number);
      if (mine.size() > 5 + random.nextInt(10)) {
        Integer gone = mine.remove(random.nextInt(mine.size()));
        safe.remove(gone);
        store.remove(Records.id(gone));
      }
    }
  }

  /** Lets the others work for as long as a save takes. */
  private static void awaitSome(JobStore store) {
    store.save(Records.begun(99_999)).join();
  }

  private static void assertHolds(Path file, Set<Integer> numbers) {
    try (JobStore store = JobStore.journal(file)) {
      List<JobRecord> records = store.records();
      assertThat(records).containsAll(numbers.stream().map(Records::accepted).toList());
      // Nothing is there that nobody saved.
      assertThat(records)
          .allSatisfy(
              record -> {
                int number = Integer.parseInt(record.id().substring(1));
                assertThat(record).isIn(Records.begun(number), Records.accepted(number));
              });
    }
  }
}
