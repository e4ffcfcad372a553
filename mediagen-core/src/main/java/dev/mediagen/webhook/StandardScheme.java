// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import dev.mediagen.Secret;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Standard Webhooks: id, time and body are signed with dots between them; the header lists several
 * signatures while keys change, {@code v1} by HMAC and {@code v1a} by Ed25519.
 */
final class StandardScheme extends CheckedScheme {
  private static final String PUBLIC_KEY = "whpk_";

  /** Each one costs a check; nobody changes this many keys at once. */
  private static final int MOST_SIGNATURES = 16;

  private final String prefix;
  private final HmacKey form;

  StandardScheme(String prefix, HmacKey form) {
    this.prefix = prefix;
    this.form = form;
  }

  @Override
  void check(WebhookDelivery delivery, Keys keys) throws Refusal {
    String id = header(delivery, prefix + "id");
    String time = header(delivery, prefix + "timestamp");
    String[] signatures = header(delivery, prefix + "signature").split(" ");
    Window.FIVE_MINUTES.check(Window.seconds(time), keys.now());
    if (signatures.length > MOST_SIGNATURES) {
      throw new Refusal("there are more than " + MOST_SIGNATURES + " signatures");
    }
    Message message = new Message(id + "." + time + ".", delivery.body());
    List<Predicate<Message>> checks =
        keys.secrets().stream().flatMap(secret -> check(secret, signatures).stream()).toList();
    if (checks.isEmpty()) {
      throw new Refusal("no usable secret is set");
    } else if (checks.stream().noneMatch(check -> check.test(message))) {
      throw new Refusal("no signature holds");
    }
  }

  /** What a secret can tell of a message; nothing where it is malformed. */
  private Optional<Predicate<Message>> check(Secret secret, String[] signatures) {
    if (secret.reveal().startsWith(PUBLIC_KEY)) {
      return Encoded.base64(secret.reveal().substring(PUBLIC_KEY.length()))
          .flatMap(Ed25519::key)
          .map(
              key ->
                  message -> of("v1a", signatures).anyMatch(s -> Ed25519.holds(message, key, s)));
    }
    return form.of(secret)
        .map(
            key ->
                message -> {
                  byte[] expected = message.hmacSha256(key);
                  return of("v1", signatures).anyMatch(s -> MessageDigest.isEqual(expected, s));
                });
  }

  private static Stream<byte[]> of(String version, String[] signatures) {
    return Arrays.stream(signatures)
        .filter(signature -> signature.startsWith(version + ","))
        .flatMap(signature -> Encoded.base64(signature.substring(version.length() + 1)).stream());
  }

  @Override
  public boolean coversBody() {
    return true;
  }

  @Override
  public Optional<String> deliveryId(WebhookDelivery delivery) {
    return delivery.header(prefix + "id");
  }
}
