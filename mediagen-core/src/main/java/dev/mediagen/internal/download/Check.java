// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import dev.mediagen.internal.media.Digest;
import java.util.function.Consumer;

/** Counts and hashes bytes, and holds them against what was announced. Not thread-safe. */
final class Check {
  private final Wanted wanted;
  private final Consumer<String> whole;
  private final Digest digest = new Digest();
  private long count;
  private boolean done;

  /**
   * A check of an output's bytes.
   *
   * @param whole told the SHA-256 when all bytes have passed
   */
  Check(Wanted wanted, Consumer<String> whole) {
    this.wanted = wanted;
    this.whole = whole;
  }

  /** How many bytes have passed. */
  long count() {
    return count;
  }

  /** More bytes pass. */
  void pass(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
    count += length;
  }

  /** All bytes have passed; throws when they are not what was announced. */
  void end() {
    if (done) {
      return;
    }
    done = true;
    size(wanted, count);
    String hex = digest.hex();
    if (!wanted.output().sha256().orElse(hex).equalsIgnoreCase(hex)) {
      throw wanted.unusable("the bytes do not have the announced SHA-256");
    }
    whole.accept(hex);
  }

  /** Throws when an output of so many bytes is not what was announced. */
  static void size(Wanted wanted, long count) {
    if (count == 0) {
      throw wanted.unusable("no bytes came");
    }
    long announced = wanted.output().size().orElse(count);
    if (announced != count) {
      throw wanted.unusable(count + " bytes came, " + announced + " were announced");
    }
  }

  /** Forgets what has passed. */
  void restart() {
    digest.reset();
    count = 0;
  }
}
