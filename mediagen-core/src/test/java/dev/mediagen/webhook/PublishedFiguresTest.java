// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signatures that others have made: what a signer of our own would prove only of itself. */
class PublishedFiguresTest {
  private static final WebhookScheme STANDARD = WebhookSchemes.standard("webhook-");

  /** In the tests of the Standard Webhooks and Svix libraries. */
  private static final WebhookDelivery SVIX =
      standard(
          "msg_p5jXN8AQM9LWM0D4loKWxJek",
          1_614_265_330,
          "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
          "{\"test\": 2432232314}");

  private static final String SVIX_SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @Test
  void the_vector_of_standard_webhooks_holds_with_and_without_the_prefix_of_the_secret() {
    assertThat(genuine(STANDARD, SVIX, "whsec_" + SVIX_SECRET, 1_614_265_330)).isTrue();
    assertThat(genuine(STANDARD, SVIX, SVIX_SECRET, 1_614_265_630)).isTrue();
    assertThat(genuine(STANDARD, SVIX, SVIX_SECRET, 1_614_265_631)).isFalse();
    WebhookScheme text = WebhookSchemes.standardWithTextSecret("webhook-");
    assertThat(genuine(text, SVIX, "whsec_" + SVIX_SECRET, 1_614_265_330)).isTrue();
    assertThat(genuine(text, SVIX, SVIX_SECRET, 1_614_265_330)).isFalse();
  }

  /** In the tests of OpenAI's own libraries. */
  @Test
  void the_vector_of_openai_holds() {
    WebhookDelivery delivery =
        standard(
            "wh_685c059ae39c8190af8c71ed1022a24d",
            1_750_861_210,
            "v1,gUAg4R2hWouRZqRQG4uJypNS8YK885G838+EHb4nKBY=",
            "{\"id\": \"evt_685c059ae3a481909bdc86819b066fb6\", \"object\": \"event\","
                + " \"created_at\": 1750861210, \"type\": \"response.completed\","
                + " \"data\": {\"id\": \"resp_123\"}}");
    String secret = "whsec_RdvaYFYUXuIFuEbvZHwMfYFhUf7aMYjYcmM24+Aj40c=";
    assertThat(genuine(STANDARD, delivery, secret, 1_750_861_210)).isTrue();
    assertThat(genuine(STANDARD, delivery, "whsec_" + SVIX_SECRET, 1_750_861_210)).isFalse();
  }

  /** Computed with another implementation from the vendor's recipe: time, comma, body. */
  @Test
  void the_comma_of_openrouter_is_signed() {
    WebhookScheme scheme =
        WebhookSchemes.stampedHmac(
            "X-OpenRouter-Signature", "v1", ",", Duration.ofMinutes(5), Duration.ofMinutes(5));
    WebhookDelivery delivery =
        WebhookDelivery.of(
            Map.of(
                "X-OpenRouter-Signature",
                "t=1750000000,"
                    + "v1=77fafa529198913db8031e287a3582acfa9248309e754c9101812e7e9b94717d"),
            bytes("{\"a\":1}"));
    assertThat(genuine(scheme, delivery, "whsec_test", 1_750_000_000)).isTrue();
  }

  /** The vendor's example; the signatures were computed with another implementation. */
  @Test
  void the_example_of_vidu_holds_with_its_query_and_without_one() {
    WebhookScheme scheme = WebhookSchemes.gatewayHmac("vidu");
    long time = Instant.parse("2025-05-06T12:09:42Z").getEpochSecond();
    String url = "http://127.0.0.1:8080/vidu/callback";
    WebhookDelivery query =
        vidu(url + "?name=james&age=36", "uDl3Wvgx6utIjKWRnCyt4OhsefE06Qj8cCg41RV4aeE=");
    WebhookDelivery bare = vidu(url, "AXdQuo7/f9g9/IDnldgJSMkIA0Zru3ArBHkhXHmdksU=");
    assertThat(genuine(scheme, query, "vda_test_key", time)).isTrue();
    assertThat(genuine(scheme, bare, "vda_test_key", time)).isTrue();
    assertThat(genuine(scheme, bare, "vda_other_key", time)).isFalse();
  }

  private static WebhookDelivery vidu(String url, String signature) {
    return WebhookDelivery.of(
            Map.of(
                "date", "Tue, 06 May 2025 12:09:42 GMT",
                "X-Request-Nonce", "123e4567-e89b-12d3-a456-426614174000",
                "X-HMAC-SIGNED-HEADERS", "Date;x-request-nonce",
                "X-HMAC-ALGORITHM", "hmac-sha256",
                "X-HMAC-ACCESS-KEY", "vidu",
                "X-HMAC-SIGNATURE", signature),
            bytes("{}"))
        .at(URI.create(url));
  }

  private static WebhookDelivery standard(String id, long time, String signature, String body) {
    return WebhookDelivery.of(
        Map.of(
            "Webhook-Id", id,
            "webhook-timestamp", Long.toString(time),
            "WEBHOOK-SIGNATURE", signature),
        bytes(body));
  }

  private static boolean genuine(
      WebhookScheme scheme, WebhookDelivery delivery, String secret, long now) {
    return scheme
        .verify(
            delivery,
            new WebhookScheme.Keys(List.of(Secret.of(secret)), "", Instant.ofEpochSecond(now)))
        .genuine();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
