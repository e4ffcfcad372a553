// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Optional;

/** Ed25519 over four lines: id, user, time and the hash of the body. */
final class HashedBodyScheme extends CheckedScheme {
  private final String prefix;
  private final String idHeader;

  HashedBodyScheme(String prefix, String idHeader) {
    this.prefix = prefix;
    this.idHeader = prefix + idHeader;
  }

  @Override
  void check(WebhookDelivery delivery, Keys keys) throws Refusal {
    String id = header(delivery, idHeader);
    String user = header(delivery, prefix + "User-Id");
    String time = header(delivery, prefix + "Timestamp");
    byte[] signature =
        Encoded.any(header(delivery, prefix + "Signature"), Ed25519.SIGNATURE_BYTES)
            .orElseThrow(() -> new Refusal("the signature cannot be read"));
    Window.FIVE_MINUTES.check(Window.seconds(time), keys.now());
    Message message = Message.of(String.join("\n", id, user, time, sha256(delivery.body())));
    String keyId = delivery.header(prefix + "Key-Id").orElse("");
    for (PublicKey key : JwkSet.of(keys.keySet()).ed25519(keyId)) {
      if (Ed25519.holds(message, key, signature)) {
        return;
      }
    }
    throw new Refusal("the signature is of none of the vendor's keys");
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean coversBody() {
    return true;
  }

  @Override
  public Optional<String> deliveryId(WebhookDelivery delivery) {
    return delivery.header(idHeader);
  }
}
