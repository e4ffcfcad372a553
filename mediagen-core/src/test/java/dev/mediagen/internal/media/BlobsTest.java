// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.spi.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {
  @TempDir Path folder;

  private static byte[] read(Blob blob) throws IOException {
    try (InputStream in = blob.open()) {
      return in.readAllBytes();
    }
  }

  /** The spill files there are now. */
  private static Set<Path> spills() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return new TreeSet<>(
          all.filter(path -> path.getFileName().toString().matches("mediagen-.*\\.bin")).toList());
    }
  }

  private static byte[] many(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  @Test
  void few_bytes_stay_in_memory() throws IOException {
    Set<Path> before = spills();
    Blobs.Sink sink = new Blobs.Sink();
    byte[] bytes = many(Blobs.IN_MEMORY);
    sink.write(bytes);
    sink.close();

    assertThat(read(sink.blob())).isEqualTo(bytes);
    assertThat(sink.blob().size()).isEqualTo(bytes.length);
    assertThat(spills()).isEqualTo(before);
  }

  @Test
  void many_bytes_go_to_a_file_in_the_order_they_came() throws IOException {
    Set<Path> before = spills();
    Blobs.Sink sink = new Blobs.Sink();
    byte[] bytes = many(Blobs.IN_MEMORY + 5);
    sink.write(bytes, 0, 1000);
    for (int i = 1000; i < 1100; i++) {
      sink.write(bytes[i]);
    }
    sink.write(bytes, 1100, bytes.length - 1100);
    Blob blob = sink.blob();
    sink.close();

    Set<Path> made = spills();
    made.removeAll(before);
    assertThat(made).hasSize(1);
    assertThat(read(blob)).isEqualTo(bytes);
    assertThat(read(blob)).as("a second time").isEqualTo(bytes);
    assertThat(blob.size()).isEqualTo(bytes.length);
    assertThat(made).as("closing takes nothing away").allMatch(Files::exists);
  }

  @Test
  void what_is_thrown_away_leaves_no_file() throws IOException {
    Set<Path> before = spills();
    Blobs.Sink sink = new Blobs.Sink();
    sink.write(new byte[Blobs.IN_MEMORY + 1]);
    sink.close();

    assertThat(spills()).isEqualTo(before);
    new Blobs.Sink().close();
  }

  @Test
  void a_kept_file_knows_its_digest_and_is_copied_whole() throws Exception {
    byte[] bytes = many(3 * Blobs.IN_MEMORY + 1);
    Blobs.Sink sink = new Blobs.Sink();
    sink.write(bytes, 0, 10);
    sink.write(bytes, 10, bytes.length - 10);
    Spill spill = (Spill) sink.blob();
    Path copy = folder.resolve("copy.bin");
    try (FileChannel out =
        FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      spill.copyTo(out);
    }

    assertThat(copy).hasBinaryContent(bytes);
    assertThat(spill.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(sink.blob()).as("asked again").isSameAs(spill);
  }

  @Test
  void a_file_is_read_from_where_it_lies() throws IOException {
    Path file = Files.write(folder.resolve("a.bin"), many(2000));
    Blob blob = Blobs.file(file);

    assertThat(blob.size()).isEqualTo(2000);
    assertThat(read(blob)).isEqualTo(many(2000));
    assertThat(Blobs.head(blob)).isEqualTo(Arrays.copyOf(many(2000), MediaTypes.SNIFF_LENGTH));
    assertThat(file).exists();
  }
}
