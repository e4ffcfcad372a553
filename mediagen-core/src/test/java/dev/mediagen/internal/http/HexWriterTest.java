// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HexWriterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final HexWriter writer = new HexWriter(out);

  @Test
  void digits_in_any_case_become_bytes() throws IOException {
    writer.write("00fFA5");

    assertThat(out.toByteArray()).containsExactly(0, 0xff, 0xa5);
  }

  @Test
  void a_byte_may_be_split_between_two_writes() throws IOException {
    writer.write("4");
    writer.write("94");
    writer.write("4");

    assertThat(out.toByteArray()).containsExactly('I', 'D');
  }

  @Test
  void anything_else_is_refused() {
    assertThatThrownBy(() -> writer.write("0g"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not hexadecimal");
  }

  /** The last digit was dropped in silence. */
  @Test
  void a_text_that_ends_within_a_byte_is_refused() throws IOException {
    writer.write("494");

    assertThatThrownBy(writer::close)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("within a byte");
  }
}
