// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.store;

import static dev.mediagen.store.Records.accepted;
import static dev.mediagen.store.Records.begun;
import static dev.mediagen.store.Records.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were cut, bent, or filled with something else. */
class JournalDamageTest {
  @TempDir private Path directory;
  private Path file;

  /** What one after another was done to the file, and where each frame ends in it. */
  private final List<JobRecord> saved = new ArrayList<>();

  private final List<Long> ends = new ArrayList<>();
  private byte[] whole = {};

  @BeforeEach
  void aJournalOfSixRecords() throws IOException {
    file = directory.resolve("jobs.journal");
    try (JobStore store = journal()) {
      for (JobRecord record :
          List.of(begun(0), begun(1), accepted(0), begun(2), begun(3), accepted(3))) {
        store.save(record).join();
        saved.add(record);
        ends.add(Files.size(file));
      }
    }
    whole = Files.readAllBytes(file);
  }

  private JobStore journal() {
    return JournalJobStore.open(file, new FaultyDisk(), Long.MAX_VALUE);
  }

  private List<JobRecord> open(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try (JobStore store = journal()) {
      return store.records();
    }
  }

  /** What is left when only some of the frames are. */
  private List<JobRecord> without(int frame, int upTo) {
    Map<String, JobRecord> left = new HashMap<>();
    for (int i = 0; i < upTo; i++) {
      if (i != frame) {
        left.put(saved.get(i).id(), saved.get(i));
      }
    }
    return left.values().stream().sorted(JobRecord.oldestFirst()).toList();
  }

  private int framesBefore(long length) {
    return (int) ends.stream().filter(end -> end <= length).count();
  }

  private List<Path> copies() throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(one -> one.toString().contains(".damaged-")).sorted().toList();
    }
  }

  @Test
  void a_file_cut_anywhere_has_all_records_that_were_whole_before_the_cut() throws IOException {
    for (int length = 0; length <= whole.length; length++) {
      int frames = framesBefore(length);

      assertThat(open(Arrays.copyOf(whole, length)))
          .as("cut to %d bytes", length)
          .isEqualTo(without(-1, frames));
      assertThat(file)
          .as("cut to %d bytes", length)
          .hasSize(frames == 0 ? JournalFile.HEADER_SIZE : ends.get(frames - 1));
    }
    assertThat(copies()).isEmpty();
  }

  @Test
  void a_cut_file_takes_new_records() throws IOException {
    for (int length = 0; length <= whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (JobStore store = journal()) {
        store.save(begun(9)).join();
      }
      try (JobStore store = journal()) {
        assertThat(store.records())
            .as("cut to %d bytes", length)
            .containsAll(without(-1, framesBefore(length)))
            .contains(begun(9));
      }
    }
  }

  @Test
  void a_flipped_byte_costs_the_record_it_is_in_and_no_other() throws IOException {
    for (int at = 0; at < whole.length; at++) {
      byte[] bent = whole.clone();
      bent[at] ^= (byte) (1 << (at % 8));
      if (at < JournalFile.HEADER_SIZE) {
        Files.write(file, bent);
        assertThatThrownBy(() -> journal()).isInstanceOf(UncheckedIOException.class);
        assertThat(file).hasBinaryContent(bent);
      } else {
        assertThat(open(bent))
            .as("byte %d flipped", at)
            .isEqualTo(without(framesBefore(at), saved.size()));
      }
      for (Path copy : copies()) {
        assertThat(copy).hasBinaryContent(bent);
        Files.delete(copy);
      }
    }
  }

  @Test
  void a_damaged_file_is_kept_beside_and_the_journal_is_sound_again() throws IOException {
    byte[] bent = whole.clone();
    bent[ends.get(0).intValue() + 20] ^= 1;

    assertThat(open(bent)).isEqualTo(without(1, saved.size()));
    assertThat(copies()).hasSize(1);
    byte[] mended = Files.readAllBytes(file);
    assertThat(open(mended)).isEqualTo(without(1, saved.size()));
    assertThat(copies()).hasSize(1);

    open(bent);
    assertThat(copies()).hasSize(2).allSatisfy(one -> assertThat(one).hasBinaryContent(bent));
  }

  @Test
  void what_was_cut_is_kept_too_unless_a_write_that_was_cut_short_explains_it() throws IOException {
    byte[] torn = Arrays.copyOf(whole, whole.length - 5);
    open(torn);
    assertThat(copies()).isEmpty();

    byte[] zeros = Arrays.copyOf(torn, whole.length + 4096);
    open(zeros);
    assertThat(copies()).singleElement().satisfies(one -> assertThat(one).hasSize(zeros.length));
  }

  @Test
  void garbage_between_records_is_stepped_over_however_long_it_is() throws IOException {
    byte[] garbage = new byte[3 * Frame.MAX_SIZE];
    new Random(7).nextBytes(garbage);
    int at = ends.get(1).intValue();
    byte[] mixed = Arrays.copyOf(whole, whole.length + garbage.length);
    System.arraycopy(garbage, 0, mixed, at, garbage.length);
    System.arraycopy(whole, at, mixed, at + garbage.length, whole.length - at);

    assertThat(open(mixed)).isEqualTo(without(-1, saved.size()));
    assertThat(Files.size(file)).isLessThan(whole.length);
  }

  @Test
  void a_damaged_removal_brings_the_record_back_and_nothing_else() throws IOException {
    try (JobStore store = journal()) {
      store.remove(id(1));
    }
    byte[] bytes = Files.readAllBytes(file);
    assertThat(open(bytes.clone())).doesNotContain(begun(1));
    for (int at = whole.length; at < bytes.length; at++) {
      byte[] bent = bytes.clone();
      bent[at] ^= 0x40;
      assertThat(open(bent)).as("byte %d flipped", at).isEqualTo(without(-1, saved.size()));
    }
  }
}
