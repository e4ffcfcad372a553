// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import java.util.List;
import java.util.Optional;

/**
 * The body alone is signed, in hex.
 *
 * @param header the header with the signature
 * @param prefix what stands before the hex digits, such as {@code sha256=}
 */
record BodyHmac(String header, String prefix) implements HmacScheme.Reading {
  @Override
  public HmacScheme.Claim claim(WebhookDelivery delivery) throws Refusal {
    String value = CheckedScheme.header(delivery, header);
    if (!value.startsWith(prefix)) {
      throw new Refusal("the header " + header + " does not begin with " + prefix);
    }
    return new HmacScheme.Claim(
        Optional.empty(),
        List.of(new Message("", delivery.body())),
        Encoded.hex(value.substring(prefix.length())));
  }

  @Override
  public boolean coversBody() {
    return true;
  }
}
