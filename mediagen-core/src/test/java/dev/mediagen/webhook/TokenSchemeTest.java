// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens that the vendor's own key has signed, and that are refused for what they say. */
class TokenSchemeTest {
  private static final long NOW = 1_795_000_000;
  private static final WebhookScheme ANY = WebhookSchemes.rs256Token("webhook-");
  private static final WebhookScheme US = WebhookSchemes.rs256Token("webhook-", "us");
  private static final String HEAD = "{\"alg\":\"RS256\",\"kid\":\"k\"}";
  private static final KeyPair PAIR = pair(2048);

  @Test
  void the_head_must_name_rs256_a_known_key_and_nothing_critical() {
    String claims = "{\"exp\":1795000100}";
    assertThat(reason(ANY, HEAD, claims)).isEqualTo("the proof holds");
    for (String head :
        List.of(
            "{\"kid\":\"k\"}",
            "{\"alg\":\"none\",\"kid\":\"k\"}",
            "{\"alg\":\"HS256\",\"kid\":\"k\"}",
            "{\"alg\":\"PS256\",\"kid\":\"k\"}",
            "{\"alg\":\"RS256\",\"kid\":\"k\",\"crit\":[\"b64\"]}")) {
      assertThat(reason(ANY, head, claims)).as(head).contains("RS256");
    }
    for (String head : List.of("{\"alg\":\"RS256\"}", "{\"alg\":\"RS256\",\"kid\":\"l\"}")) {
      assertThat(reason(ANY, head, claims)).as(head).contains("no key");
    }
  }

  @Test
  void the_token_must_have_an_end_that_has_not_come() {
    for (String claims :
        List.of(
            "{}",
            "[]",
            "7",
            "{\"exp\":1795000000}",
            "{\"exp\":\"1795000100\"}",
            "{\"exp\":null}")) {
      assertThat(reason(ANY, HEAD, claims)).as(claims).contains("expired");
    }
    assertThat(reason(ANY, HEAD, "{\"exp\":1795000000.5}")).isEqualTo("the proof holds");
  }

  @Test
  void a_token_that_begins_later_than_clocks_differ_is_refused() {
    assertThat(reason(ANY, HEAD, "{\"exp\":1795009999,\"nbf\":1795000300}"))
        .isEqualTo("the proof holds");
    assertThat(reason(ANY, HEAD, "{\"exp\":1795009999,\"nbf\":1795000301}"))
        .contains("not valid yet");
  }

  @Test
  void the_audience_may_be_one_of_several() {
    assertThat(reason(US, HEAD, "{\"exp\":1795000100,\"aud\":[\"them\",\"us\"]}"))
        .isEqualTo("the proof holds");
    for (String audience : List.of("\"them\"", "[\"them\"]", "[]", "[[\"us\"]]", "{}", "null")) {
      assertThat(reason(US, HEAD, "{\"exp\":1795000100,\"aud\":" + audience + "}"))
          .as(audience)
          .contains("audience");
    }
    assertThat(reason(US, HEAD, "{\"exp\":1795000100}")).contains("audience");
  }

  @Test
  void a_key_that_is_too_short_to_trust_is_passed_over() {
    KeyPair small = pair(1024);
    String token = token(small, HEAD, "{\"exp\":1795000100}");
    assertThat(verdict(ANY, token, set(small)).reason()).contains("no key");
  }

  private static String reason(WebhookScheme scheme, String head, String claims) {
    WebhookVerdict verdict = verdict(scheme, token(PAIR, head, claims), set(PAIR));
    assertThat(verdict.genuine()).isEqualTo(verdict.reason().equals("the proof holds"));
    return verdict.reason();
  }

  private static WebhookVerdict verdict(WebhookScheme scheme, String token, String keySet) {
    WebhookDelivery delivery =
        WebhookDelivery.of(
            Map.of("webhook-timestamp", Long.toString(NOW), "webhook-signature", token),
            new byte[0]);
    return scheme.verify(
        delivery, new WebhookScheme.Keys(List.of(), keySet, Instant.ofEpochSecond(NOW)));
  }

  private static String token(KeyPair pair, String head, String claims) {
    String signed =
        base64(head.getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(claims.getBytes(StandardCharsets.UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.UTF_8));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String set(KeyPair pair) {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger number) {
    return base64(number.toByteArray());
  }

  private static KeyPair pair(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
