// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A shared secret and HMAC-SHA256; vendors differ in what they sign and where they write it. */
final class HmacScheme extends CheckedScheme {
  /**
   * What a delivery says of itself.
   *
   * @param at when it was signed; empty where the scheme has no time
   * @param messages what may have been signed: more than one where senders are known to differ
   * @param signature the HMAC of one of them; empty where it cannot be read
   */
  record Claim(Optional<Instant> at, List<Message> messages, Optional<byte[]> signature) {
    static Claim of(Instant at, Message message, Optional<byte[]> signature) {
      return new Claim(Optional.of(at), List.of(message), signature);
    }
  }

  /** Finds the claim in a delivery. */
  interface Reading {
    Claim claim(WebhookDelivery delivery) throws Refusal;

    boolean coversBody();

    /** The id of the delivery that the claim covers, where there is one. */
    default Optional<String> deliveryId(WebhookDelivery delivery) {
      return Optional.empty();
    }
  }

  private final HmacKey form;
  private final Window window;
  private final Reading reading;

  HmacScheme(HmacKey form, Window window, Reading reading) {
    this.form = form;
    this.window = window;
    this.reading = reading;
  }

  @Override
  void check(WebhookDelivery delivery, Keys keys) throws Refusal {
    Claim claim = reading.claim(delivery);
    if (claim.at().isPresent()) {
      window.check(claim.at().get(), keys.now());
    }
    byte[] signature =
        claim.signature().orElseThrow(() -> new Refusal("the signature cannot be read"));
    List<byte[]> usable = keys.secrets().stream().flatMap(s -> form.of(s).stream()).toList();
    if (usable.isEmpty()) {
      throw new Refusal("no usable secret is set");
    }
    for (byte[] key : usable) {
      for (Message message : claim.messages()) {
        if (MessageDigest.isEqual(message.hmacSha256(key), signature)) {
          return;
        }
      }
    }
    throw new Refusal("the signature does not hold");
  }

  @Override
  public boolean coversBody() {
    return reading.coversBody();
  }

  @Override
  public Optional<String> deliveryId(WebhookDelivery delivery) {
    return reading.deliveryId(delivery);
  }
}
