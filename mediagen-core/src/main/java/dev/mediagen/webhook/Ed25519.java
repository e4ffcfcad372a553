// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/** Ed25519 keys and signatures as their bare bytes. */
final class Ed25519 {
  static final int SIGNATURE_BYTES = 64;

  private static final int KEY_BYTES = 32;

  /** What stands before the bare key in its X.509 form, the one the JDK reads. */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /** The key; none where the bytes are none. */
  static Optional<PublicKey> key(byte[] bytes) {
    if (bytes.length != KEY_BYTES) {
      return Optional.empty();
    }
    byte[] encoded = new byte[X509.length + KEY_BYTES];
    System.arraycopy(X509, 0, encoded, 0, X509.length);
    System.arraycopy(bytes, 0, encoded, X509.length, KEY_BYTES);
    try {
      return Optional.of(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  static boolean holds(Message message, PublicKey key, byte[] signature) {
    return signature.length == SIGNATURE_BYTES && message.isSignedBy(key, "Ed25519", signature);
  }
}
