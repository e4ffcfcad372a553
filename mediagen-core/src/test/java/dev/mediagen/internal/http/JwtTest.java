// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class JwtTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private static JsonNode part(String token, int index) throws Exception {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
  }

  private static byte[] signed(String token) {
    return token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] signature(String token) {
    return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
  }

  @Test
  void a_shared_secret_signs_what_another_implementation_verifies() throws Exception {
    String token = Jwt.hs256("access-1", "s3cr3t", NOW.plusSeconds(1800), NOW.minusSeconds(5));

    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("s3cr3t".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(signature(token)).isEqualTo(mac.doFinal(signed(token)));
    assertThat(part(token, 0)).hasToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    assertThat(part(token, 1).get("iss").asText()).isEqualTo("access-1");
    assertThat(part(token, 1).get("exp").asLong()).isEqualTo(NOW.getEpochSecond() + 1800);
    assertThat(part(token, 1).get("nbf").asLong()).isEqualTo(NOW.getEpochSecond() - 5);
    assertThat(token).doesNotContain("=").doesNotContain("s3cr3t");
  }

  @Test
  void a_service_account_signs_what_its_public_key_verifies() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    ObjectNode key = JsonNodeFactory.instance.objectNode();
    key.put("private_key", pem).put("private_key_id", "k1").put("client_email", "a@b.example");

    String token = Jwt.serviceAccount(key, "scope-1", "https://token.example", NOW);

    Signature rsa = Signature.getInstance("SHA256withRSA");
    rsa.initVerify(pair.getPublic());
    rsa.update(signed(token));
    assertThat(rsa.verify(signature(token))).isTrue();
    assertThat(part(token, 0).get("kid").asText()).isEqualTo("k1");
    assertThat(part(token, 1).get("aud").asText()).isEqualTo("https://token.example");
    assertThat(part(token, 1).get("exp").asLong() - part(token, 1).get("iat").asLong())
        .isEqualTo(3600);
  }

  @Test
  void a_private_key_that_cannot_be_read_is_not_quoted() {
    ObjectNode key = JsonNodeFactory.instance.objectNode().put("private_key", "bm90LWEta2V5");

    assertThatThrownBy(() -> Jwt.serviceAccount(key, "s", "a", NOW))
        .hasMessage("the service account's private key cannot be read")
        .hasNoCause();
  }
}
