// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import java.util.Arrays;
import java.util.List;

/**
 * One header holds time and signature, {@code t=<Unix seconds>,<version>=<hex>}, and the time
 * stands before the body in what is signed.
 *
 * @param header the header
 * @param version the name of the signature, such as {@code v1}
 * @param joint what stands between time and body
 */
record StampedHmac(String header, String version, String joint) implements HmacScheme.Reading {
  @Override
  public HmacScheme.Claim claim(WebhookDelivery delivery) throws Refusal {
    List<String> parts =
        Arrays.stream(CheckedScheme.header(delivery, header).split(","))
            .map(String::strip)
            .toList();
    String time = value(parts, "t");
    return HmacScheme.Claim.of(
        Window.seconds(time),
        new Message(time + joint, delivery.body()),
        Encoded.hex(value(parts, version)));
  }

  private String value(List<String> parts, String name) throws Refusal {
    return parts.stream()
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1))
        .findFirst()
        .orElseThrow(() -> new Refusal("the header " + header + " has no " + name + "="));
  }

  @Override
  public boolean coversBody() {
    return true;
  }
}
