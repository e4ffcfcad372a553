// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import static dev.mediagen.store.Records.accepted;
import static dev.mediagen.store.Records.begun;
import static dev.mediagen.store.Records.id;
import static dev.mediagen.store.Records.ids;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.JobIntent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalJobStoreTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void aFile() {
    file = directory.resolve("jobs.journal");
  }

  private JobStore open(JournalChannel.Opener disk) {
    return JournalJobStore.open(file, disk, Long.MAX_VALUE);
  }

  @Test
  void what_was_saved_and_not_removed_is_there_after_a_restart() {
    try (JobStore store = JobStore.journal(file)) {
      store.save(begun(2)).join();
      store.save(begun(1)).join();
      store.save(begun(3)).join();
      store.save(accepted(2)).join();
      store.remove(id(3));
      assertThat(store.records()).containsExactly(begun(1), accepted(2));
    }

    try (JobStore store = JobStore.journal(file)) {
      assertThat(store.records()).containsExactly(begun(1), accepted(2));
    }
  }

  @Test
  void a_removed_record_is_gone_at_once_even_while_its_save_is_on_the_way() {
    FaultyDisk disk = new FaultyDisk();
    try (JobStore store = open(disk)) {
      store.save(begun(1)).join();
      disk.gate = new CountDownLatch(1);
      CompletableFuture<Void> saved = store.save(begun(2));
      store.remove(id(1));
      store.remove(id(2));
      store.remove("never seen");

      assertThat(store.records()).isEmpty();
      disk.gate.countDown();
      assertThat(saved).succeedsWithin(SOON);
      assertThat(store.records()).isEmpty();
    }
  }

  @Test
  void a_removed_id_can_be_saved_again() {
    try (JobStore store = JobStore.journal(file)) {
      store.save(begun(1)).join();
      store.remove(id(1));
      store.save(accepted(1)).join();

      assertThat(store.records()).containsExactly(accepted(1));
    }
  }

  @Test
  void a_save_completes_only_when_the_disk_has_it() {
    FaultyDisk disk = new FaultyDisk();
    try (JobStore store = open(disk)) {
      disk.gate = new CountDownLatch(1);
      CompletableFuture<Void> saved = store.save(begun(1));

      assertThat(saved).isNotDone();
      assertThat(store.records()).isEmpty();
      disk.gate.countDown();
      assertThat(saved).succeedsWithin(SOON);
      assertThat(store.records()).containsExactly(begun(1));
    }
  }

  @Test
  void saves_that_come_during_a_write_share_the_next_one() {
    FaultyDisk disk = new FaultyDisk();
    try (JobStore store = open(disk)) {
      disk.gate = new CountDownLatch(1);
      int before = disk.forces.get();
      List<CompletableFuture<Void>> saves = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        saves.add(store.save(begun(i)));
      }
      disk.gate.countDown();

      assertThat(saves).allSatisfy(saved -> assertThat(saved).succeedsWithin(SOON));
      assertThat(disk.forces.get() - before).isLessThanOrEqualTo(2);
      assertThat(store.records()).hasSize(500);
    }
  }

  @Test
  void removals_alone_are_not_forced_but_do_not_pile_up_either() throws IOException {
    FaultyDisk disk = new FaultyDisk();
    int before;
    try (JobStore store = open(disk)) {
      store.save(begun(1)).join();
      before = disk.forces.get();
      long size = Files.size(file);
      store.remove(id(1));
      awaitSize(size + Frame.forget(id(1)).size());
      assertThat(disk.forces).hasValue(before);

      for (int i = 0; i < 5000; i++) {
        store.remove(id(i));
      }
      awaitSize(size + 5001L * Frame.forget(id(1)).size());
    }
    // The store forces when it closes, too.
    assertThat(disk.forces).hasValueBetween(before + 2, before + 6);
  }

  private void awaitSize(long size) throws IOException {
    long giveUp = System.nanoTime() + SOON.toNanos();
    while (Files.size(file) < size && System.nanoTime() < giveUp) {
      Thread.onSpinWait();
    }
    assertThat(file).hasSize(size);
  }

  @Test
  void whoever_waits_in_what_hangs_on_a_save_holds_up_nobody() {
    try (JobStore store = JobStore.journal(file)) {
      List<CompletableFuture<Void>> chains = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        int number = i;
        chains.add(store.save(begun(number)).thenRun(() -> store.save(accepted(number)).join()));
      }

      assertThat(CompletableFuture.allOf(chains.toArray(CompletableFuture[]::new)))
          .succeedsWithin(SOON);
      assertThat(store.records()).hasSize(20).allMatch(record -> record.handle().isPresent());
    }
  }

  @Test
  void closing_writes_what_is_queued_and_ends_all_use() {
    JobStore store = JobStore.journal(file);
    List<CompletableFuture<Void>> saves = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      saves.add(store.save(begun(i)));
    }
    store.remove(id(99));
    store.close();
    store.close();

    assertThat(saves).allSatisfy(saved -> assertThat(saved).succeedsWithin(SOON));
    assertThat(store.save(begun(1)))
        .failsWithin(SOON)
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(IllegalStateException.class)
        .withMessageContaining("jobs.journal is closed");
    assertThatThrownBy(() -> store.remove("x")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(store::records).isInstanceOf(IllegalStateException.class);
    try (JobStore again = JobStore.journal(file)) {
      assertThat(again.records()).hasSize(99);
    }
  }

  @Test
  void an_interrupted_thread_saves_and_closes_all_the_same() {
    Thread.currentThread().interrupt();
    CompletableFuture<Void> saved;
    boolean interrupted;
    try (JobStore store = opened()) {
      Thread.currentThread().interrupt();
      saved = store.save(begun(1));
    } finally {
      interrupted = Thread.interrupted();
    }

    assertThat(interrupted).isTrue();
    assertThat(saved).succeedsWithin(SOON);
    try (JobStore store = JobStore.journal(file)) {
      assertThat(ids(store)).containsExactly(id(1));
    }
  }

  private JobStore opened() {
    assertThat(Thread.interrupted()).isTrue();
    return JobStore.journal(file);
  }

  @Test
  void a_record_that_is_too_long_is_refused_and_the_journal_goes_on() {
    JobIntent huge =
        JobIntent.builder().from(Records.intent(1)).operation("x".repeat(1 << 20)).build();
    JobIntent large =
        JobIntent.builder().from(Records.intent(2)).operation("x".repeat(1 << 19)).build();
    try (JobStore store = JobStore.journal(file)) {
      assertThat(store.save(JobRecord.of(huge)))
          .failsWithin(SOON)
          .withThrowableThat()
          .havingCause()
          .isInstanceOf(IllegalArgumentException.class)
          .withMessageContaining("1048576 bytes");
      store.save(JobRecord.of(large)).join();
      store.save(begun(3)).join();
    }

    try (JobStore store = JobStore.journal(file)) {
      assertThat(store.records()).containsExactly(JobRecord.of(large), begun(3));
    }
  }

  @Test
  void another_file_is_refused_and_left_as_it_is() throws IOException {
    for (String content : List.of("a", "these are my notes, and no journal", "mediagex\0\0\0\1")) {
      Files.writeString(file, content);
      Files.writeString(directory.resolve("jobs.journal.new"), "mine too");

      assertThatThrownBy(() -> JobStore.journal(file))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("no journal");
      assertThat(file).hasContent(content);
      assertThat(directory.resolve("jobs.journal.new")).exists();
    }
  }

  @Test
  void a_later_format_is_refused_and_left_as_it_is() throws IOException {
    byte[] later = ByteBuffer.allocate(40).put("mediagen".getBytes(UTF_8)).putInt(2).array();
    Files.write(file, later);

    assertThatThrownBy(() -> JobStore.journal(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("version 2");
    assertThat(file).hasBinaryContent(later);
  }

  @Test
  void a_record_of_a_later_version_is_passed_over_and_kept() throws IOException {
    try (JobStore store = JobStore.journal(file)) {
      store.save(begun(1)).join();
    }
    Frame odd = Frame.keep("odd", begun(2).toJson().replace("video", "hologram").getBytes(UTF_8));
    ByteBuffer bytes = ByteBuffer.allocate(odd.size());
    odd.writeTo(bytes);
    Files.write(file, bytes.array(), StandardOpenOption.APPEND);

    try (JournalJobStore store = JournalJobStore.open(file, JournalChannel::open, 1)) {
      assertThat(store.records()).containsExactly(begun(1));
      for (int i = 0; i < 10; i++) {
        store.save(begun(1)).join();
      }
    }
    assertThat(new String(Files.readAllBytes(file), UTF_8)).contains("hologram");
  }

  @Test
  void a_missing_directory_is_said_and_not_made() {
    Path nowhere = directory.resolve("missing/jobs.journal");

    assertThatThrownBy(() -> JobStore.journal(nowhere))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(nowhere.toString());
    assertThat(nowhere.getParent()).doesNotExist();
  }

  @Test
  void only_the_owner_may_read_the_files() throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (JournalJobStore store = JournalJobStore.open(file, JournalChannel::open, 1)) {
      for (int i = 0; i < 10; i++) {
        store.save(begun(1)).join();
      }
    }
    try (var files = Files.list(directory)) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(
              one ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                      .isEqualTo("rw-------"));
    }
  }
}
