// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.internal.json.Json;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The public keys of a vendor. Keys that cannot be read are passed over: a set may hold kinds that
 * this library does not know.
 */
final class JwkSet {
  /** Each one costs a check; vendors publish a handful. */
  private static final int MOST_KEYS = 32;

  private static final int LEAST_RSA_BITS = 2048;
  private static final int MOST_RSA_BITS = 8192;

  private final List<JsonNode> keys;

  private JwkSet(List<JsonNode> keys) {
    this.keys = keys;
  }

  static JwkSet of(String json) throws Refusal {
    try {
      JsonNode keys = Json.MAPPER.readTree(json).path("keys");
      return new JwkSet(StreamSupport.stream(keys.spliterator(), false).limit(MOST_KEYS).toList());
    } catch (JsonProcessingException e) {
      throw new Refusal("the vendor's key set is not JSON");
    }
  }

  /** The Ed25519 keys, those of this id first. */
  List<PublicKey> ed25519(String keyId) throws Refusal {
    return some(
        keys.stream()
            .filter(key -> is(key, "kty", "OKP") && is(key, "crv", "Ed25519"))
            .sorted(Comparator.comparing(key -> !is(key, "kid", keyId)))
            .toList(),
        key -> bytes(key, "x").flatMap(Ed25519::key));
  }

  /** The RSA keys of this id. */
  List<PublicKey> rsa(String keyId) throws Refusal {
    return some(
        keys.stream().filter(key -> is(key, "kty", "RSA") && is(key, "kid", keyId)).toList(),
        JwkSet::rsa);
  }

  private static List<PublicKey> some(
      List<JsonNode> keys, Function<JsonNode, Optional<PublicKey>> read) throws Refusal {
    List<PublicKey> usable = keys.stream().flatMap(key -> read.apply(key).stream()).toList();
    if (usable.isEmpty()) {
      throw new Refusal("the vendor's key set has no key for this delivery");
    }
    return usable;
  }

  private static Optional<PublicKey> rsa(JsonNode key) {
    BigInteger modulus = number(key, "n");
    BigInteger exponent = number(key, "e");
    if (modulus.bitLength() < LEAST_RSA_BITS
        || modulus.bitLength() > MOST_RSA_BITS
        || exponent.bitLength() > Integer.SIZE) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static BigInteger number(JsonNode key, String field) {
    return bytes(key, field).map(b -> new BigInteger(1, b)).orElse(BigInteger.ZERO);
  }

  private static Optional<byte[]> bytes(JsonNode key, String field) {
    return Encoded.base64Url(key.path(field).asText());
  }

  private static boolean is(JsonNode key, String field, String value) {
    return key.path(field).asText().equals(value);
  }
}
