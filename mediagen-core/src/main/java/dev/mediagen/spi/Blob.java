// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read again and again, wherever they lie. Thread-safe. */
public interface Blob {
  /** How many there are. */
  long size();

  /** A new stream over them; the caller closes it. */
  InputStream open() throws IOException;

  /** Bytes in memory. The array is not copied. */
  static Blob of(byte[] bytes) {
    return new Blob() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
