// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.webhook;

import dev.mediagen.testkit.WebhookSigner;
import dev.mediagen.webhook.WebhookDelivery;
import dev.mediagen.webhook.WebhookScheme;
import dev.mediagen.webhook.WebhookSchemes;
import dev.mediagen.webhook.WebhookVerdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A scheme, and a vendor that signs by it.
 *
 * @param past how old a delivery may be, in seconds; -1 where it never gets old
 * @param future how far ahead it may be, in seconds; -1 where it does not matter
 */
record SignedCase(String name, WebhookScheme scheme, WebhookSigner vendor, long past, long future) {
  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  static final String TASK = "task-7";
  static final String BODY =
      "{\"data\":{\"task_id\":\"task-7\",\"url\":\"https://cdn.example/ä.png\"}}";

  // Made once: key pairs take time.
  private static final List<SignedCase> VENDORS = made();
  private static final List<SignedCase> STRANGERS = made();

  /** All schemes. */
  static Stream<SignedCase> all() {
    return VENDORS.stream();
  }

  /** All schemes with a shared secret. */
  static Stream<SignedCase> sharing() {
    return all().filter(c -> c.vendor.keySet().isEmpty());
  }

  /** Another vendor that signs by the same scheme, with its own keys. */
  SignedCase stranger() {
    return STRANGERS.stream().filter(c -> c.name.equals(name)).findFirst().orElseThrow();
  }

  private static List<SignedCase> made() {
    return Stream.concat(withSecrets(), withKeyPairs())
        .map(c -> new SignedCase(c.name, c.scheme, c.vendor.withId(TASK), c.past, c.future))
        .toList();
  }

  private static Stream<SignedCase> withSecrets() {
    Duration minutes = Duration.ofMinutes(5);
    return Stream.of(
        new SignedCase(
            "standard",
            WebhookSchemes.standard("webhook-"),
            WebhookSigner.standard("webhook-"),
            300,
            300),
        new SignedCase(
            "standard by Svix",
            WebhookSchemes.standard("svix-"),
            WebhookSigner.standard("svix-"),
            300,
            300),
        new SignedCase(
            "standard with a text",
            WebhookSchemes.standardWithTextSecret("webhook-"),
            WebhookSigner.standardWithTextSecret("webhook-"),
            300,
            300),
        new SignedCase(
            "stamped with a dot",
            WebhookSchemes.stampedHmac("X-Signature", "v0", ".", Duration.ofMinutes(30), minutes),
            WebhookSigner.stampedHmac("X-Signature", "v0", "."),
            1800,
            300),
        new SignedCase(
            "stamped with a comma",
            WebhookSchemes.stampedHmac("X-Signature", "v1", ",", minutes, minutes),
            WebhookSigner.stampedHmac("X-Signature", "v1", ","),
            300,
            300),
        new SignedCase(
            "body",
            WebhookSchemes.bodyHmac("X-Signature", "sha256="),
            WebhookSigner.bodyHmac("X-Signature", "sha256="),
            -1,
            -1),
        new SignedCase(
            "id, time, body",
            WebhookSchemes.idStampBodyHmac("X-Webhook-"),
            WebhookSigner.idStampBodyHmac("X-Webhook-"),
            300,
            300),
        new SignedCase(
            "task, time",
            WebhookSchemes.taskStampHmac("X-Webhook-", "/data/task_id", "/taskId"),
            WebhookSigner.taskStampHmac("X-Webhook-"),
            300,
            300),
        new SignedCase(
            "gateway",
            WebhookSchemes.gatewayHmac("vendor"),
            WebhookSigner.gatewayHmac("vendor")
                .withUrl(URI.create("https://app.example/cb?name=james&age=36")),
            300,
            300),
        new SignedCase(
            "secret in a header",
            WebhookSchemes.sharedSecret("Authorization", "Bearer "),
            WebhookSigner.sharedSecret("authorization", "Bearer "),
            -1,
            -1),
        new SignedCase(
            "callback URL",
            WebhookSchemes.callbackToken(),
            WebhookSigner.callbackToken(),
            86_400,
            -1));
  }

  private static Stream<SignedCase> withKeyPairs() {
    return Stream.of(
        new SignedCase(
            "standard with a key pair",
            WebhookSchemes.standard("webhook-"),
            WebhookSigner.standardWithKeyPair("webhook-"),
            300,
            300),
        new SignedCase(
            "hash of the body",
            WebhookSchemes.ed25519BodyHash("X-Vendor-Webhook-", "Request-Id"),
            WebhookSigner.ed25519BodyHash("X-Vendor-Webhook-", "Request-Id"),
            300,
            300),
        new SignedCase(
            "token",
            WebhookSchemes.rs256Token("webhook-", "https://app.example/hooks"),
            WebhookSigner.rs256Token("webhook-", "https://app.example/hooks"),
            300,
            300));
  }

  WebhookDelivery delivery() {
    return vendor.deliver(BODY, NOW);
  }

  WebhookVerdict verdict(WebhookDelivery delivery) {
    return scheme.verify(delivery, vendor.keys(NOW));
  }

  WebhookVerdict verdictAt(Instant time) {
    return scheme.verify(delivery(), vendor.keys(time));
  }

  /** The delivery with one header changed, or without it where the value is empty. */
  static WebhookDelivery with(WebhookDelivery delivery, String header, String value) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(delivery.headers());
    headers.remove(header);
    if (!value.isEmpty()) {
      headers.put(header, value);
    }
    return again(delivery, headers, delivery.body());
  }

  static WebhookDelivery with(WebhookDelivery delivery, byte[] body) {
    return again(delivery, delivery.headers(), body);
  }

  private static WebhookDelivery again(
      WebhookDelivery delivery, Map<String, String> headers, byte[] body) {
    WebhookDelivery changed = WebhookDelivery.of(headers, body).by(delivery.method());
    return delivery.url().map(changed::at).orElse(changed);
  }

  static List<String> headerNames(WebhookDelivery delivery) {
    return List.copyOf(delivery.headers().keySet());
  }

  /** The name that test reports show. */
  @Override
  public String toString() {
    return name;
  }
}
