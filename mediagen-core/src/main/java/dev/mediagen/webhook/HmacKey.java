// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import dev.mediagen.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How the text of a secret becomes the key of an HMAC. */
enum HmacKey {
  /** The UTF-8 bytes, even where they look like base64. */
  TEXT,

  /** Base64, after {@code whsec_} or without it. */
  BASE64,

  /** Base64 after {@code whsec_}, else the UTF-8 bytes. */
  BASE64_IF_PREFIXED;

  private static final String PREFIX = "whsec_";

  /** The key; none where the secret is empty, for what an empty key signs proves nothing. */
  Optional<byte[]> of(Secret secret) {
    String text = secret.reveal();
    boolean prefixed = text.startsWith(PREFIX);
    boolean plain = this == TEXT || (this == BASE64_IF_PREFIXED && !prefixed);
    return (plain
            ? Optional.of(text.getBytes(StandardCharsets.UTF_8))
            : Encoded.base64(prefixed ? text.substring(PREFIX.length()) : text))
        .filter(key -> key.length > 0);
  }
}
