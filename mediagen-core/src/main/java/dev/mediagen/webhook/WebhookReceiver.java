// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Takes what vendors send of themselves, from whatever web framework got it: checks that it is
 * genuine, finds the job, looks after it. Thread-safe. Never fails for what is in a delivery: that
 * makes an answer.
 *
 * <pre>{@code
 * WebhookAnswer answer = client.webhooks()
 *     .receive("fal", WebhookDelivery.of(headers, rawBody).at(url))
 *     .join();
 * response.setStatus(answer.status());
 * response.write(answer.body());
 * }</pre>
 */
public interface WebhookReceiver {
  /**
   * Takes a delivery. The future completes at once, but for a vendor's public keys that must be
   * fetched first, which happens once a day.
   *
   * @param provider the id of the provider whose address was called
   */
  CompletableFuture<WebhookAnswer> receive(String provider, WebhookDelivery delivery);

  /** Takes a delivery that needs no URL, because the vendor signs what it sends. */
  default CompletableFuture<WebhookAnswer> receive(
      String provider, Map<String, String> headers, byte[] rawBody) {
    return receive(provider, WebhookDelivery.of(headers, rawBody));
  }
}
