// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

/** Nothing is signed but the URL, by us. */
final class CallbackScheme extends CheckedScheme {
  @Override
  void check(WebhookDelivery delivery, Keys keys) throws Refusal {
    CallbackUrl.check(delivery, keys.secrets(), keys.now());
  }

  @Override
  public boolean coversBody() {
    return false;
  }
}
