// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.HexFormat;

/** Writes hexadecimal text as the bytes it stands for. */
final class HexWriter extends Writer {
  private final OutputStream out;
  private int high = -1;

  HexWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      if (!HexFormat.isHexDigit(text[i])) {
        throw new IllegalArgumentException("not hexadecimal: " + text[i]);
      }
      int digit = HexFormat.fromHexDigit(text[i]);
      if (high < 0) {
        high = digit;
      } else {
        out.write(high << 4 | digit);
        high = -1;
      }
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    if (high >= 0) {
      throw new IllegalArgumentException("hexadecimal that ends within a byte");
    }
  }
}
