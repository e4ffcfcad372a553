// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

/**
 * Whether a delivery is the vendor's.
 *
 * @param genuine whether the proof holds
 * @param reason why, in a few words that name neither a secret nor a signature
 */
public record WebhookVerdict(boolean genuine, String reason) {
  /** The proof holds. */
  public static WebhookVerdict genuine(String reason) {
    return new WebhookVerdict(true, reason);
  }

  /** It does not. */
  public static WebhookVerdict refused(String reason) {
    return new WebhookVerdict(false, reason);
  }
}
