// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BlocksTest {
  private static final byte[] BYTES = new byte[3_000_001];

  static {
    for (int i = 0; i < BYTES.length; i++) {
      BYTES[i] = (byte) (i % 251);
    }
  }

  @Test
  void everything_is_worked_on_in_the_order_it_came() throws IOException {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    Blocks blocks = new Blocks((bytes, length) -> seen.write(bytes, 0, length));
    byte[] own = new byte[5_000];
    for (int at = 0; at < BYTES.length; ) {
      int n = Math.min(at % 10_007 + 1, BYTES.length - at);
      if (n <= own.length) {
        System.arraycopy(BYTES, at, own, 0, n);
        own = blocks.swap(own, n);
      } else {
        blocks.pass(BYTES, at, n);
      }
      at += n;
    }
    blocks.finish();

    assertThat(seen.toByteArray()).isEqualTo(BYTES);
  }

  @Test
  void a_disk_that_is_full_is_an_io_exception_and_not_a_shorter_file() {
    Blocks blocks =
        new Blocks(
            (bytes, length) -> {
              throw new IOException("no space left");
            });

    assertThatThrownBy(
            () -> {
              blocks.pass(BYTES, 0, BYTES.length);
              blocks.finish();
            })
        .isInstanceOf(IOException.class)
        .hasMessage("no space left");
    blocks.drop();
  }
}
