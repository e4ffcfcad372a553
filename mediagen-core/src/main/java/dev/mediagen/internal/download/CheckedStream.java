// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose bytes are checked as they pass. */
final class CheckedStream extends FilterInputStream {
  private final Check check;

  CheckedStream(InputStream in, Check check) {
    super(in);
    this.check = check;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, length);
    if (n < 0) {
      check.end();
    } else {
      check.pass(bytes, offset, n);
    }
    return n;
  }

  /** What is skipped is read all the same, or the digest would not be that of the whole. */
  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), 8192)];
    long left = count;
    while (left > 0) {
      int n = read(skipped, 0, (int) Math.min(left, skipped.length));
      if (n < 0) {
        break;
      }
      left -= n;
    }
    return Math.max(count, 0) - Math.max(left, 0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
