// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import dev.mediagen.Secret;

/** The secret itself in a header: it proves who sent, and nothing of when and what. */
final class SharedSecretScheme extends CheckedScheme {
  private final String header;
  private final String prefix;

  SharedSecretScheme(String header, String prefix) {
    this.header = header;
    this.prefix = prefix;
  }

  @Override
  void check(WebhookDelivery delivery, Keys keys) throws Refusal {
    Secret value = Secret.of(header(delivery, header));
    boolean known = false;
    for (Secret secret : keys.secrets()) {
      // An empty secret is one that somebody forgot to set, not one that everybody knows.
      known |= !secret.reveal().isEmpty() && Secret.of(prefix + secret.reveal()).equals(value);
    }
    if (!known) {
      throw new Refusal("the header " + header + " does not hold the secret");
    }
  }

  @Override
  public boolean coversBody() {
    return false;
  }
}
