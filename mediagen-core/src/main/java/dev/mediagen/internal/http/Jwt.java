// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** JSON web tokens, made with the JDK's own cryptography. */
final class Jwt {
  private Jwt() {}

  /** A token with issuer, expiry and not-before, signed with HMAC-SHA256. */
  static String hs256(String issuer, String secret, Instant expires, Instant notBefore) {
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims.put("iss", issuer);
    claims.put("exp", expires.getEpochSecond());
    claims.put("nbf", notBefore.getEpochSecond());
    String signed = part(header("HS256")) + "." + part(claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return signed + "." + encode(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The assertion of a Google service account, signed with RS256, good for an hour. */
  static String serviceAccount(JsonNode key, String scope, String audience, Instant now) {
    ObjectNode header = header("RS256");
    header.put("kid", key.path("private_key_id").asText());
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims.put("iss", key.path("client_email").asText());
    claims.put("scope", scope);
    claims.put("aud", audience);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.getEpochSecond() + 3600);
    String signed = part(header) + "." + part(claims);
    String pem = key.path("private_key").asText().replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign(
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
      rsa.update(signed.getBytes(StandardCharsets.UTF_8));
      return signed + "." + encode(rsa.sign());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // The exception of the JDK may quote the key.
      throw new IllegalArgumentException("the service account's private key cannot be read");
    }
  }

  private static ObjectNode header(String algorithm) {
    return JsonNodeFactory.instance.objectNode().put("alg", algorithm).put("typ", "JWT");
  }

  private static String part(ObjectNode node) {
    return encode(Json.text(node).getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
