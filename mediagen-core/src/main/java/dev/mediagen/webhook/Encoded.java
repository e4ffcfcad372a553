// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes as headers and key sets write them; what cannot be read is empty, never an exception. */
final class Encoded {
  private Encoded() {}

  static Optional<byte[]> hex(String text) {
    try {
      return Optional.of(HexFormat.of().parseHex(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<byte[]> base64(String text) {
    return decode(Base64.getDecoder(), text);
  }

  static Optional<byte[]> base64Url(String text) {
    return decode(Base64.getUrlDecoder(), text);
  }

  /** Of a known length, in hex, base64 or base64url: told apart by how long the text is. */
  static Optional<byte[]> any(String text, int length) {
    Optional<byte[]> bytes =
        text.length() == 2 * length ? hex(text) : base64(text.replace('-', '+').replace('_', '/'));
    return bytes.filter(b -> b.length == length);
  }

  private static Optional<byte[]> decode(Base64.Decoder decoder, String text) {
    try {
      return Optional.of(decoder.decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
