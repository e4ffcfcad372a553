// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import static dev.mediagen.store.Records.accepted;
import static dev.mediagen.store.Records.begun;
import static dev.mediagen.store.Records.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals that are written anew because most of them is out of date. */
class JournalCompactionTest {
  private static final long FROM = 8 << 10;
  private static final List<JobRecord> LIVE =
      IntStream.range(0, 5).mapToObj(Records::accepted).toList();

  @TempDir private Path directory;
  private final FaultyDisk disk = new FaultyDisk();
  private Path file;
  private Path fresh;

  @BeforeEach
  void aFile() {
    file = directory.resolve("jobs.journal");
    fresh = directory.resolve("jobs.journal.new");
  }

  private JobStore open(long compactFrom) {
    return JournalJobStore.open(file, disk, compactFrom);
  }

  private static void saveLive(JobStore store) {
    LIVE.forEach(record -> store.save(record).join());
  }

  /** Writes some 40 kB that are out of date at once. */
  private static void churn(JobStore store) {
    for (int i = 100; i < 200; i++) {
      store.save(begun(i)).join();
      store.remove(id(i));
      store.save(accepted(0)).join();
    }
  }

  @Test
  void a_journal_shrinks_to_about_what_is_alive() throws IOException {
    try (JobStore store = open(FROM)) {
      saveLive(store);
      churn(store);
      assertThat(Files.size(file)).isLessThan(2 * FROM);
      assertThat(store.records()).isEqualTo(LIVE);
      store.save(begun(9)).join();
    }

    assertThat(fresh).doesNotExist();
    try (JobStore store = open(FROM)) {
      assertThat(store.records()).hasSize(6).containsAll(LIVE);
    }
  }

  @Test
  void a_journal_that_is_mostly_alive_or_small_is_left_alone() throws IOException {
    try (JobStore store = open(Long.MAX_VALUE)) {
      saveLive(store);
      churn(store);
    }
    long grown = Files.size(file);
    open(grown).close();
    assertThat(file).hasSize(grown);

    open(grown - 1).close();
    assertThat(Files.size(file)).isLessThan(4000);
    long alive = Files.size(file);
    open(1).close();
    assertThat(file).hasSize(alive);
  }

  @Test
  void a_process_that_dies_in_the_middle_of_it_loses_nothing() throws IOException {
    byte[] before = grown();
    open(1).close();
    byte[] after = Files.readAllBytes(file);

    for (int written = 0; written <= after.length; written += 7) {
      Files.write(file, before);
      Files.write(fresh, Arrays.copyOf(after, written));
      try (JobStore store = open(Long.MAX_VALUE)) {
        assertThat(store.records()).as("%d bytes written", written).isEqualTo(LIVE);
      }
      assertThat(fresh).doesNotExist();
    }
    Files.write(file, after);
    try (JobStore store = open(Long.MAX_VALUE)) {
      assertThat(store.records()).isEqualTo(LIVE);
    }
  }

  private byte[] grown() throws IOException {
    try (JobStore store = open(Long.MAX_VALUE)) {
      saveLive(store);
      churn(store);
    }
    return Files.readAllBytes(file);
  }

  @Test
  void a_disk_that_fills_up_in_the_middle_of_it_leaves_the_journal_as_it_was() throws IOException {
    byte[] before = grown();
    open(1).close();
    int needed = (int) Files.size(file);
    for (int room = 0; room < needed; room += 37) {
      Files.write(file, before);
      disk.room.set(room);
      try (JobStore store = open(1)) {
        assertThat(file).as("room for %d bytes", room).hasBinaryContent(before);
        assertThat(fresh).doesNotExist();
        assertThat(store.records()).isEqualTo(LIVE);
        disk.room.set(Long.MAX_VALUE);
        store.save(begun(9)).join();
        assertThat(store.records()).hasSize(6);
      }
      assertThat(Files.size(file)).isGreaterThan(before.length);
    }
  }

  @Test
  void one_that_fails_fails_no_save_and_is_not_tried_again_at_once() throws IOException {
    try (JobStore store = open(FROM)) {
      saveLive(store);
      Files.createDirectories(fresh.resolve("in the way"));
      churn(store);
      int forces = disk.forces.get();
      store.save(begun(9)).join();

      assertThat(disk.forces).hasValue(forces + 1);
      assertThat(Files.size(file)).isGreaterThan(2 * FROM);
      assertThat(store.records()).hasSize(6);
    }
  }
}
