// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What strangers send: no scheme may believe it, and none may break. */
class StrangeDeliveriesTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);

  private static final List<WebhookScheme> SCHEMES =
      List.of(
          WebhookSchemes.standard("h-"),
          WebhookSchemes.standardWithTextSecret("h-"),
          WebhookSchemes.ed25519BodyHash("h-", "Id"),
          WebhookSchemes.stampedHmac("h-Signature", "v1", ".", Duration.ZERO, Duration.ZERO),
          WebhookSchemes.bodyHmac("h-Signature", "sha256="),
          WebhookSchemes.bodyHmac("h-Signature", ""),
          WebhookSchemes.idStampBodyHmac("h-"),
          WebhookSchemes.taskStampHmac("h-", "", "/id"),
          WebhookSchemes.gatewayHmac("me"),
          WebhookSchemes.sharedSecret("h-Signature", "Bearer "),
          WebhookSchemes.rs256Token("h-"),
          WebhookSchemes.rs256Token("h-", "us"),
          WebhookSchemes.callbackToken());

  private static final List<String> NAMES =
      List.of(
          "h-Id", "h-User-Id", "h-Timestamp", "h-Signature", "h-Key-Id", "Date", "x-request-nonce");

  /** What brings a delivery as far into a scheme as one can get without the secret. */
  private static final List<String> PIECES =
      List.of(
          "1795000000",
          "1795000000000",
          "999999999999999",
          "9999999999999999",
          "-1",
          "+1",
          "1e9",
          "t=1795000000",
          "v1=",
          "v1,",
          "v1a,",
          "sha256=",
          "Bearer ",
          ",",
          " ",
          ".",
          "..",
          "=",
          ";",
          "0".repeat(64),
          "a".repeat(128),
          "g".repeat(128),
          "A".repeat(43) + "=",
          "A".repeat(86),
          "eyJhbGciOiJSUzI1NiJ9",
          "eyJhbGciOiJSUzI1NiIsImtpZCI6InIifQ",
          "e30",
          "W10",
          "bnVsbA",
          "Wed, 18 Nov 2026 11:06:40 GMT",
          "Wed, 99 Nov 2026 11:06:40 GMT",
          "ä",
          "\u0000",
          "\uD800");

  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "{\"id\":1}",
          "{\"id\":1e999999999}",
          "{\"id\":" + "9".repeat(2000) + "}",
          "[".repeat(5000),
          "\"x\"",
          "\u0000",
          "{\"id\":\"1\"} x");

  private static final List<String> KEY_SETS =
      List.of(
          "",
          "x",
          "[[",
          "{\"keys\":{}}",
          "{\"keys\":[1,null,{},{\"kty\":\"OKP\",\"crv\":\"Ed25519\"}]}",
          "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + "_".repeat(43) + "\"}]}",
          "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + "A".repeat(42) + "8\"}]}",
          "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"r\",\"n\":\""
              + "_".repeat(342)
              + "\",\"e\":\"AA\"}]}",
          "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"r\",\"n\":\""
              + "_".repeat(342)
              + "\",\"e\":\"AQAB\"}]}",
          "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"r\",\"n\":\"_w\",\"e\":\"Aw\"}]}");

  private static final List<List<Secret>> SECRETS =
      List.of(
          List.of(),
          List.of(Secret.of("")),
          List.of(Secret.of("whsec_")),
          List.of(Secret.of("whpk_"), Secret.of("whpk_%%"), Secret.of("whsec_%%")),
          List.of(Secret.of("whpk_" + "_".repeat(43)), Secret.of("whpk_" + "/".repeat(42) + "8=")),
          List.of(Secret.of("a secret that nobody guesses")));

  @Test
  void nonsense_is_refused_and_never_an_exception() {
    Random random = new Random(20_261_120);
    for (int i = 0; i < 30_000; i++) {
      WebhookScheme scheme = SCHEMES.get(i % SCHEMES.size());
      WebhookDelivery delivery = delivery(random);
      WebhookScheme.Keys keys =
          new WebhookScheme.Keys(one(SECRETS, random), one(KEY_SETS, random), NOW);
      assertThat(scheme.verify(delivery, keys).genuine()).as("round %d", i).isFalse();
      assertThat(scheme.deliveryId(delivery)).isNotNull();
    }
  }

  private static WebhookDelivery delivery(Random random) {
    Map<String, String> headers = new HashMap<>();
    for (String name : NAMES) {
      StringBuilder value = new StringBuilder();
      for (int i = random.nextInt(5); i > 0; i--) {
        value.append(one(PIECES, random));
      }
      headers.put(name, value.toString());
    }
    if (random.nextBoolean()) {
      // Else hardly any delivery would get past its time.
      headers.put("h-Timestamp", "1795000000");
      headers.put("Date", "Wed, 18 Nov 2026 11:06:40 GMT");
    }
    headers.put("X-HMAC-ACCESS-KEY", "me");
    headers.put("X-HMAC-ALGORITHM", "hmac-sha256");
    headers.put(
        "X-HMAC-SIGNED-HEADERS",
        one(List.of("Date;x-request-nonce", "x-request-nonce", ";;", "x-request-nonce;?"), random));
    headers.put("X-HMAC-SIGNATURE", one(PIECES, random));
    WebhookDelivery delivery =
        WebhookDelivery.of(headers, one(BODIES, random).getBytes(StandardCharsets.UTF_8));
    return random.nextInt(4) == 0
        ? delivery
        : delivery.at(
            URI.create(
                one(
                    List.of(
                        "",
                        "x:y",
                        "/?",
                        "/?&&=&a",
                        "?job=1&exp=1895000000&t=AA",
                        "?job=%FF&exp=1&t="),
                    random)));
  }

  private static <T> T one(List<T> things, Random random) {
    return things.get(random.nextInt(things.size()));
  }
}
