// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a vendor signed: some text as UTF-8, and often the body after it, which is not copied. */
final class Message {
  private static final byte[] NOTHING = {};

  private final byte[] text;
  private final byte[] body;

  Message(String text, byte[] body) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
    this.body = body;
  }

  static Message of(String text) {
    return new Message(text, NOTHING);
  }

  byte[] hmacSha256(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(text);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  /** Whether the signature is this key's; the algorithm is one of the JDK's names. */
  boolean isSignedBy(PublicKey key, String algorithm, byte[] signature) {
    try {
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(key);
      check.update(text);
      check.update(body);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      // The JDK's way to say that these bytes are no signature of this kind of key.
      return false;
    }
  }
}
