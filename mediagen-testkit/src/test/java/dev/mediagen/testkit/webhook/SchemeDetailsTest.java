// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.webhook;

import static dev.mediagen.testkit.webhook.SignedCase.BODY;
import static dev.mediagen.testkit.webhook.SignedCase.NOW;
import static dev.mediagen.testkit.webhook.SignedCase.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mediagen.Secret;
import dev.mediagen.testkit.WebhookSigner;
import dev.mediagen.webhook.WebhookDelivery;
import dev.mediagen.webhook.WebhookScheme;
import dev.mediagen.webhook.WebhookScheme.Keys;
import dev.mediagen.webhook.WebhookSchemes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What single schemes promise besides. */
class SchemeDetailsTest {
  private static final WebhookScheme STANDARD = WebhookSchemes.standard("webhook-");
  private static final WebhookScheme HASHED =
      WebhookSchemes.ed25519BodyHash("X-Vendor-Webhook-", "Request-Id");
  private static final WebhookScheme TOKEN = WebhookSchemes.rs256Token("webhook-", "us");
  private static final WebhookScheme GATEWAY = WebhookSchemes.gatewayHmac("vendor");

  @Test
  void a_signature_by_hmac_is_no_signature_by_key_pair_and_the_other_way_round() {
    WebhookSigner secret = WebhookSigner.standard("webhook-");
    WebhookSigner pair = WebhookSigner.standardWithKeyPair("webhook-");
    WebhookDelivery hmac = secret.deliver(BODY, NOW);
    WebhookDelivery ed25519 = pair.deliver(BODY, NOW);
    assertThat(genuine(STANDARD, relabelled(hmac, "v1,", "v1a,"), secret)).isFalse();
    assertThat(genuine(STANDARD, relabelled(ed25519, "v1a,", "v1,"), pair)).isFalse();
  }

  /** The public key is no secret: whoever knows it must not be able to sign with it. */
  @Test
  void a_public_key_is_not_taken_for_an_hmac_secret() {
    WebhookSigner pair = WebhookSigner.standardWithKeyPair("webhook-");
    for (WebhookScheme scheme :
        List.of(STANDARD, WebhookSchemes.standardWithTextSecret("webhook-"))) {
      for (WebhookSigner forger :
          List.of(
              WebhookSigner.standardWithTextSecret("webhook-").withSecret(pair.secret()),
              WebhookSigner.standard("webhook-")
                  .withSecret(Secret.of(pair.secret().reveal().substring(5))))) {
        assertThat(genuine(scheme, forger.deliver(BODY, NOW), pair)).isFalse();
      }
    }
  }

  @Test
  void one_good_signature_in_the_list_is_enough_and_a_list_without_end_is_refused() {
    WebhookSigner vendor = WebhookSigner.standard("webhook-");
    WebhookDelivery delivery = vendor.deliver(BODY, NOW);
    String good = delivery.header("webhook-signature").orElseThrow();
    String others = "v1,AAAA v1,%%% v2,x v1 , ".repeat(3).strip() + " ";
    assertThat(genuine(STANDARD, with(delivery, "webhook-signature", others + good), vendor))
        .isTrue();
    assertThat(
            genuine(
                STANDARD, with(delivery, "webhook-signature", "v1,AA ".repeat(16) + good), vendor))
        .isFalse();
  }

  @Test
  void another_key_of_the_set_is_tried_when_the_named_one_does_not_fit() {
    WebhookSigner vendor = WebhookSigner.ed25519BodyHash("X-Vendor-Webhook-", "Request-Id");
    WebhookSigner other = WebhookSigner.ed25519BodyHash("X-Vendor-Webhook-", "Request-Id");
    String both =
        other.keySet().replace("key-1", "key-0").replace("]}", ",")
            + vendor.keySet().substring("{\"keys\":[".length());
    WebhookDelivery named = vendor.deliver(BODY, NOW);
    Keys keys = new Keys(List.of(), both, NOW);
    for (String keyId : List.of("key-1", "key-0", "unknown", "")) {
      WebhookDelivery delivery = with(named, "X-Vendor-Webhook-Key-Id", keyId);
      assertThat(HASHED.verify(delivery, keys).genuine()).as(keyId).isTrue();
    }
    assertThat(genuine(HASHED, named, other)).isFalse();
  }

  @Test
  void the_signature_may_be_hex_or_base64_or_base64url() {
    WebhookSigner vendor = WebhookSigner.ed25519BodyHash("X-Vendor-Webhook-", "Request-Id");
    WebhookDelivery delivery = vendor.deliver(BODY, NOW);
    byte[] signature =
        HexFormat.of().parseHex(delivery.header("X-Vendor-Webhook-Signature").orElseThrow());
    for (String text :
        List.of(
            HexFormat.of().withUpperCase().formatHex(signature),
            Base64.getEncoder().encodeToString(signature),
            Base64.getUrlEncoder().withoutPadding().encodeToString(signature))) {
      assertThat(genuine(HASHED, with(delivery, "X-Vendor-Webhook-Signature", text), vendor))
          .isTrue();
    }
  }

  @Test
  void the_time_may_be_in_milliseconds_where_the_vendor_does_not_say() {
    WebhookSigner vendor = WebhookSigner.idStampBodyHmac("X-Webhook-");
    WebhookScheme scheme = WebhookSchemes.idStampBodyHmac("X-Webhook-");
    // Signed for the year 58853: the same digits, read as milliseconds, are now.
    WebhookDelivery delivery = vendor.deliver(BODY, Instant.ofEpochSecond(NOW.toEpochMilli()));
    assertThat(genuine(scheme, delivery, vendor)).isTrue();
    assertThat(scheme.verify(delivery, vendor.keys(NOW.plusSeconds(301))).genuine()).isFalse();
  }

  @Test
  void the_task_is_taken_from_the_first_place_that_has_one() {
    WebhookSigner vendor = WebhookSigner.taskStampHmac("X-Webhook-").withId("17");
    WebhookScheme scheme = WebhookSchemes.taskStampHmac("X-Webhook-", "/data/task_id", "/taskId");
    assertThat(genuine(scheme, vendor.deliver("{\"taskId\":17}", NOW), vendor)).isTrue();
    assertThat(
            genuine(
                scheme, vendor.deliver("{\"taskId\":17,\"data\":{\"task_id\":8}}", NOW), vendor))
        .isFalse();
    for (String body :
        List.of("", "17", "[", "{\"taskId\":{}}", "{\"taskId\":null}", "[".repeat(999))) {
      assertThat(genuine(scheme, vendor.deliver(body, NOW), vendor)).as(body).isFalse();
    }
  }

  @Test
  void a_gateway_may_sign_the_query_in_its_order_or_sorted() {
    WebhookSigner vendor =
        WebhookSigner.gatewayHmac("vendor").withUrl(URI.create("https://a.example/cb?a=1&b=2"));
    WebhookDelivery delivery = vendor.deliver(BODY, NOW);
    assertThat(genuine(GATEWAY, delivery, vendor)).isTrue();
    assertThat(genuine(GATEWAY, delivery.at(URI.create("http://inside/cb?b=2&a=1")), vendor))
        .isTrue();
    for (String url :
        List.of("/other?a=1&b=2", "/cb?a=1", "/cb?a=1&b=3", "/cb", "/cb?a=1&b=2&b=2")) {
      assertThat(genuine(GATEWAY, delivery.at(URI.create("https://a.example" + url)), vendor))
          .as(url)
          .isFalse();
    }
    assertThat(genuine(GATEWAY, delivery.by("PUT"), vendor)).isFalse();
    WebhookDelivery nowhere = WebhookDelivery.of(delivery.headers(), delivery.body());
    assertThat(GATEWAY.verify(nowhere, vendor.keys(NOW)).reason()).contains("URL");
  }

  @Test
  void a_token_for_another_audience_or_with_another_algorithm_is_refused() {
    WebhookSigner vendor = WebhookSigner.rs256Token("webhook-", "us");
    WebhookDelivery delivery = vendor.deliver(BODY, NOW);
    assertThat(genuine(TOKEN, delivery, vendor)).isTrue();
    assertThat(genuine(WebhookSchemes.rs256Token("webhook-"), delivery, vendor)).isTrue();
    assertThat(genuine(WebhookSchemes.rs256Token("webhook-", "them"), delivery, vendor)).isFalse();
    String[] parts = delivery.header("webhook-signature").orElseThrow().split("\\.");
    for (String head :
        List.of(
            "{\"alg\":\"none\",\"kid\":\"key-1\"}",
            "{\"alg\":\"HS256\",\"kid\":\"key-1\"}",
            "{\"alg\":\"RS256\",\"kid\":\"key-2\"}",
            "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"crit\":[\"x\"]}")) {
      String token = base64(head) + "." + parts[1] + "." + parts[2];
      assertThat(genuine(TOKEN, with(delivery, "webhook-signature", token), vendor)).isFalse();
      String bare = base64(head) + "." + parts[1] + ".";
      assertThat(genuine(TOKEN, with(delivery, "webhook-signature", bare), vendor)).isFalse();
    }
  }

  @Test
  void a_token_ends_even_if_the_time_beside_it_is_young() {
    WebhookSigner vendor = WebhookSigner.rs256Token("webhook-", "us");
    WebhookDelivery old = vendor.deliver(BODY, NOW);
    for (long seconds : List.of(3599L, 3600L)) {
      Instant later = NOW.plusSeconds(seconds);
      WebhookDelivery refreshed =
          with(old, "webhook-timestamp", Long.toString(later.getEpochSecond()));
      assertThat(TOKEN.verify(refreshed, vendor.keys(later)).genuine()).isEqualTo(seconds < 3600);
    }
  }

  @Test
  void repeats_of_a_delivery_have_its_id() {
    WebhookSigner vendor = WebhookSigner.standard("webhook-").withId("msg_1");
    assertThat(STANDARD.deliveryId(vendor.deliver(BODY, NOW))).contains("msg_1");
    assertThat(WebhookSchemes.bodyHmac("X", "").deliveryId(vendor.deliver(BODY, NOW))).isEmpty();
  }

  @Test
  void a_signer_with_a_key_pair_takes_no_secret() {
    assertThatIllegalStateException()
        .isThrownBy(() -> WebhookSigner.standardWithKeyPair("webhook-").withSecret(Secret.of("x")));
    assertThatIllegalStateException()
        .isThrownBy(() -> WebhookSigner.rs256Token("webhook-", "us").withSecret(Secret.of("x")));
  }

  private static boolean genuine(
      WebhookScheme scheme, WebhookDelivery delivery, WebhookSigner vendor) {
    return scheme.verify(delivery, vendor.keys(NOW)).genuine();
  }

  private static WebhookDelivery relabelled(WebhookDelivery delivery, String from, String to) {
    String signature = delivery.header("webhook-signature").orElseThrow();
    return with(delivery, "webhook-signature", to + signature.substring(from.length()));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
