// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import dev.mediagen.internal.media.Blobs;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.HttpCall.BinaryText;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/**
 * Turns text that stands for bytes into the bytes, in bulk and with memory for one chunk. White
 * space in it is left out, wherever it stands. Not thread-safe.
 */
final class TextDecoder {
  private static final int CHUNK = 64 * 1024;
  private static final byte[] HEX = new byte[256];
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long ONES = 0x0101010101010101L;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';

  static {
    for (int c = 0; c < HEX.length; c++) {
      HEX[c] = (byte) Character.digit(c < 128 ? c : ' ', 16);
    }
  }

  private final BinaryText encoding;
  private final long maxBytes;
  private final Blobs.Sink sink = new Blobs.Sink();
  private final byte[] text = new byte[CHUNK];
  private byte[] bytes = new byte[CHUNK / 4 * 3];
  private int filled;
  private long size;
  private boolean padded;

  TextDecoder(BinaryText encoding, long maxBytes) {
    this.encoding = encoding;
    this.maxBytes = maxBytes;
  }

  /** Where the text of a JSON string ends, or goes on with an escape. */
  static int endOfPlain(byte[] bytes, int from, int end) {
    int i = from;
    while (i + Long.BYTES <= end) {
      long eight = (long) EIGHT.get(bytes, i);
      if (has(eight ^ QUOTES) || has(eight ^ BACKSLASHES)) {
        break;
      }
      i += Long.BYTES;
    }
    while (i < end && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    return i;
  }

  /** Whether one of eight bytes is zero. */
  private static boolean has(long eight) {
    return (eight - ONES & ~eight & ONES << 7) != 0;
  }

  /**
   * Takes text straight from a stream within a JSON string.
   *
   * @param beyond gets what came from the end of the plain text on; not shorter than a chunk
   * @return how many bytes that are; negative when there was nothing more to read
   */
  int read(InputStream in, byte[] beyond) throws IOException {
    int n = in.read(text, filled, CHUNK - filled);
    if (n < 0) {
      return n;
    }
    int end = filled + n;
    filled = endOfPlain(text, filled, end);
    System.arraycopy(text, filled, beyond, 0, end - filled);
    int rest = end - filled;
    if (filled == CHUNK) {
      decode(text);
    }
    return rest;
  }

  /** More text, in ASCII. */
  void write(byte[] from, int offset, int length) throws IOException {
    int at = offset;
    int left = length;
    while (left > 0) {
      int n = Math.min(left, CHUNK - filled);
      System.arraycopy(from, at, text, filled, n);
      filled += n;
      at += n;
      left -= n;
      if (filled == CHUNK) {
        decode(text);
      }
    }
  }

  /** One more character. */
  void write(char c) throws IOException {
    if (c > 127) {
      throw new IllegalArgumentException("not " + encoding + ": a character beyond ASCII");
    }
    write(new byte[] {(byte) c}, 0, 1);
  }

  /** The bytes, when the text has ended. */
  Blob end() throws IOException {
    squeeze();
    byte[] rest = Arrays.copyOf(text, filled);
    if (rest.length > 0) {
      decode(rest);
    }
    if (filled > 0) {
      throw new IllegalArgumentException("the text ends within a byte");
    }
    return sink.blob();
  }

  /** Leaves nothing behind. */
  void discard() throws IOException {
    sink.close();
  }

  private void decode(byte[] chunk) throws IOException {
    try {
      write(encoding == BinaryText.BASE64 ? base64(chunk) : hex(chunk));
      filled = 0;
    } catch (IllegalArgumentException e) {
      // White space is rare, so it is looked for only when something did not fit.
      int before = filled;
      squeeze();
      if (filled == before) {
        throw e;
      }
    }
  }

  private int base64(byte[] chunk) {
    if (padded) {
      throw new IllegalArgumentException("base64 that goes on after its end");
    }
    int n = Base64.getDecoder().decode(chunk, bytes);
    padded = chunk[chunk.length - 1] == '=';
    return n;
  }

  private int hex(byte[] chunk) {
    if (chunk.length % 2 != 0) {
      throw new IllegalArgumentException("hexadecimal that ends within a byte");
    }
    for (int i = 0; i < chunk.length; i += 2) {
      int high = HEX[chunk[i] & 0xff];
      int low = HEX[chunk[i + 1] & 0xff];
      if ((high | low) < 0) {
        throw new IllegalArgumentException("not hexadecimal");
      }
      bytes[i / 2] = (byte) (high << 4 | low);
    }
    return chunk.length / 2;
  }

  private void write(int count) throws IOException {
    size += count;
    if (size > maxBytes) {
      throw new ExcessException("more than " + maxBytes + " bytes in one field");
    }
    bytes = sink.swap(bytes, count);
  }

  private void squeeze() {
    int kept = 0;
    for (int i = 0; i < filled; i++) {
      if (text[i] > ' ') {
        text[kept++] = text[i];
      }
    }
    filled = kept;
  }
}
