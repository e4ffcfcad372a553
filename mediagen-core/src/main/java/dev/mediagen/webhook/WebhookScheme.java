// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import dev.mediagen.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a vendor proves that a delivery is its own. Pure: time and keys are given. Bad input of any
 * kind makes a verdict, never an exception. Immutable.
 */
public interface WebhookScheme {
  /**
   * What the scheme needs to know besides the delivery.
   *
   * @param secrets the secrets that are valid now, for example the old one and the new one; empty
   *     for schemes with a key set. An empty text is never a secret
   * @param keySet the vendor's public keys as the JSON of a JWK set; empty where there are none
   * @param now the time
   */
  record Keys(List<Secret> secrets, String keySet, Instant now) {}

  /** Whether the delivery is the vendor's. */
  WebhookVerdict verify(WebhookDelivery delivery, Keys keys);

  /**
   * Whether the signature covers the body. What a body says that is not covered is a hint at most.
   */
  boolean coversBody();

  /**
   * The id that the sender gave to the delivery; when it is sent again, it has the same one. Empty
   * where the scheme has none. Ask only for a delivery that is genuine.
   */
  default Optional<String> deliveryId(WebhookDelivery delivery) {
    return Optional.empty();
  }
}
