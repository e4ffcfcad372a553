// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of bytes that pass. Hashing costs about as much as the rest of a download, so it is
 * done beside it. Not thread-safe.
 */
public final class Digest {
  private final MessageDigest sha = sha256();
  private final Blocks blocks = new Blocks((bytes, length) -> sha.update(bytes, 0, length));

  /** More bytes pass; the array is the caller's again on return. */
  public void update(byte[] bytes, int offset, int length) {
    try {
      blocks.pass(bytes, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The digest of all bytes that have passed, in lower-case hex. */
  public String hex() {
    try {
      blocks.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** Forgets what has passed. */
  public void reset() {
    blocks.drop();
    sha.reset();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
