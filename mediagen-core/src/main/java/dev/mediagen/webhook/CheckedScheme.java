// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

/** The frame of the schemes: each of them checks, and a refusal becomes a verdict here. */
abstract class CheckedScheme implements WebhookScheme {
  /** Returns when the proof holds; anything that is missing, malformed or wrong is a refusal. */
  abstract void check(WebhookDelivery delivery, Keys keys) throws Refusal;

  @Override
  public final WebhookVerdict verify(WebhookDelivery delivery, Keys keys) {
    try {
      check(delivery, keys);
      return WebhookVerdict.genuine("the proof holds");
    } catch (Refusal e) {
      return WebhookVerdict.refused(e.reason());
    }
  }

  static String header(WebhookDelivery delivery, String name) throws Refusal {
    return delivery
        .header(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new Refusal("there is no header " + name));
  }
}
