// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import java.util.Optional;

/**
 * Id, time and body are signed with dots between them, and the signature is one base64 text.
 *
 * @param prefix how the headers {@code Id}, {@code Timestamp} and {@code Signature} begin
 */
record IdStampBodyHmac(String prefix) implements HmacScheme.Reading {
  @Override
  public HmacScheme.Claim claim(WebhookDelivery delivery) throws Refusal {
    String id = CheckedScheme.header(delivery, prefix + "Id");
    String time = CheckedScheme.header(delivery, prefix + "Timestamp");
    return HmacScheme.Claim.of(
        Window.secondsOrMillis(time),
        new Message(id + "." + time + ".", delivery.body()),
        Encoded.base64(CheckedScheme.header(delivery, prefix + "Signature")));
  }

  @Override
  public boolean coversBody() {
    return true;
  }

  @Override
  public Optional<String> deliveryId(WebhookDelivery delivery) {
    return delivery.header(prefix + "Id");
  }
}
