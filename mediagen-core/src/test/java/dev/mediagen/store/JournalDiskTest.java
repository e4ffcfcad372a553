// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import static dev.mediagen.store.Records.accepted;
import static dev.mediagen.store.Records.begun;
import static dev.mediagen.store.Records.id;
import static dev.mediagen.store.Records.ids;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, slow or broken. */
class JournalDiskTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path directory;
  private final FaultyDisk disk = new FaultyDisk();
  private Path file;

  @BeforeEach
  void aFile() {
    file = directory.resolve("jobs.journal");
  }

  private JobStore open() {
    return JournalJobStore.open(file, disk, Long.MAX_VALUE);
  }

  private void assertFails(CompletableFuture<Void> saved, String why) {
    assertThat(saved)
        .failsWithin(SOON)
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(UncheckedIOException.class)
        .withMessageContaining("jobs.journal could not be written: " + why);
  }

  @Test
  void a_disk_that_fills_up_at_any_byte_fails_the_save_and_spoils_nothing() throws IOException {
    try (JobStore store = open()) {
      store.save(begun(1)).join();
      long good = Files.size(file);
      int size = Frame.keep(id(2), begun(2).toJson().getBytes(UTF_8)).size();
      for (int room = 0; room < size; room++) {
        disk.room.set(room);
        assertFails(store.save(begun(2)), "No space left on device");
        assertThat(file).hasSize(good);
        assertThat(store.records()).containsExactly(begun(1));
      }
      disk.room.set(size);
      assertThat(store.save(begun(2))).succeedsWithin(SOON);
      assertFails(store.save(begun(3)), "No space left on device");
    }

    try (JobStore store = open()) {
      assertThat(store.records()).containsExactly(begun(1), begun(2));
    }
  }

  @Test
  void a_failed_write_fails_its_whole_group_and_no_other() {
    try (JobStore store = open()) {
      disk.gate = new CountDownLatch(1);
      CompletableFuture<Void> first = store.save(begun(0));
      disk.forceFails = true;
      disk.gate.countDown();
      assertFails(first, "Input/output error");
      List<CompletableFuture<Void>> saves = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        saves.add(store.save(begun(i)));
      }
      assertThat(saves).allSatisfy(saved -> assertFails(saved, "Input/output error"));
      assertThat(store.records()).isEmpty();

      disk.forceFails = false;
      assertThat(store.save(begun(7))).succeedsWithin(SOON);
    }

    try (JobStore store = open()) {
      assertThat(ids(store)).containsExactly(id(7));
    }
  }

  @Test
  void an_earlier_version_of_a_record_outlives_a_failed_save() {
    try (JobStore store = open()) {
      store.save(begun(1)).join();
      disk.forceFails = true;
      assertFails(store.save(accepted(1)), "Input/output error");
      assertThat(store.records()).containsExactly(begun(1));
      disk.forceFails = false;
    }

    try (JobStore store = open()) {
      assertThat(store.records()).containsExactly(begun(1));
    }
  }

  @Test
  void a_removal_that_could_not_be_written_is_made_up_for() {
    try (JobStore store = open()) {
      store.save(begun(1)).join();
      store.save(begun(2)).join();
      disk.room.set(0);
      store.remove(id(1));
      assertFails(store.save(begun(3)), "No space left on device");
      assertThat(store.records()).containsExactly(begun(2));

      disk.room.set(Long.MAX_VALUE);
      store.save(begun(4)).join();
      assertThat(store.records()).containsExactly(begun(2), begun(4));
      disk.room.set(0);
      store.remove(id(2));
      assertFails(store.save(begun(3)), "No space left on device");
      disk.room.set(Long.MAX_VALUE);
    }

    try (JobStore store = open()) {
      assertThat(store.records()).containsExactly(begun(4));
    }
  }

  @Test
  void a_disk_that_does_not_even_open_files_fails_saves_until_it_does() {
    try (JobStore store = open()) {
      store.save(begun(1)).join();
      disk.openFails = true;
      disk.room.set(10);
      assertFails(store.save(begun(2)), "No space left on device");
      assertFails(store.save(begun(2)), "Input/output error");

      disk.openFails = false;
      disk.room.set(Long.MAX_VALUE);
      store.save(begun(3)).join();
    }

    try (JobStore store = open()) {
      assertThat(store.records()).containsExactly(begun(1), begun(3));
    }
  }

  @Test
  void a_disk_that_stays_broken_does_not_keep_a_store_from_closing() {
    CompletableFuture<Void> saved;
    try (JobStore store = open()) {
      store.save(begun(1)).join();
      disk.forceFails = true;
      disk.openFails = true;
      store.remove(id(1));
      saved = store.save(begun(2));
    }
    assertFails(saved, "Input/output error");

    disk.forceFails = false;
    disk.openFails = false;
    try (JobStore store = open()) {
      // A write that failed may have reached the disk all the same, as here.
      assertThat(store.records()).isSubsetOf(begun(1), begun(2));
    }
  }

  @Test
  void a_disk_that_takes_one_byte_at_a_time_takes_them_all() {
    disk.mostAtOnce = 1;
    try (JobStore store = open()) {
      store.save(begun(1)).join();
      store.save(accepted(2)).join();
    }

    try (JobStore store = open()) {
      assertThat(store.records()).containsExactly(begun(1), accepted(2));
    }
  }

  @Test
  void a_file_that_somebody_cut_is_not_written_on() throws IOException {
    try (JobStore store = open()) {
      store.save(begun(1)).join();
      disk.room.set(0);
      disk.openFails = true;
      assertFails(store.save(begun(2)), "No space left on device");
      disk.room.set(Long.MAX_VALUE);
      disk.openFails = false;
      Files.write(file, new byte[5]);

      assertFails(store.save(begun(2)), "has 5 bytes where");
    }
    assertThat(file).hasSize(5);
  }
}
