// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Ids for submissions: UUIDs of version 7 in lower-case base32 without padding, 26 characters. They
 * sort by time, and are safe in a path.
 */
final class ClientIds {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private ClientIds() {}

  static String next(Instant now) {
    byte[] uuid = new byte[16];
    RANDOM.nextBytes(uuid);
    long millis = now.toEpochMilli();
    for (int i = 0; i < 6; i++) {
      uuid[i] = (byte) (millis >>> (40 - 8 * i));
    }
    uuid[6] = (byte) (0x70 | (uuid[6] & 0x0f));
    uuid[8] = (byte) (0x80 | (uuid[8] & 0x3f));
    return base32(uuid);
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int count = 0;
    for (byte b : bytes) {
      bits = (bits << 8) | (b & 0xff);
      count += 8;
      while (count >= 5) {
        count -= 5;
        text.append(ALPHABET.charAt((bits >>> count) & 31));
      }
    }
    return text.append(ALPHABET.charAt((bits << (5 - count)) & 31)).toString();
  }
}
