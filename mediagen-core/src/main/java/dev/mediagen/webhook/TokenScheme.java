// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.internal.json.Json;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A JSON web token, signed with RS256, in place of a signature. */
final class TokenScheme extends CheckedScheme {
  private final String prefix;
  private final Optional<String> audience;

  TokenScheme(String prefix, Optional<String> audience) {
    this.prefix = prefix;
    this.audience = audience;
  }

  @Override
  void check(WebhookDelivery delivery, Keys keys) throws Refusal {
    Window.FIVE_MINUTES.check(Window.seconds(header(delivery, prefix + "timestamp")), keys.now());
    String[] parts = header(delivery, prefix + "signature").split("\\.", -1);
    if (parts.length != 3) {
      throw new Refusal("the signature is not a JSON web token");
    }
    JsonNode head = tree(parts[0]);
    // The key decides the algorithm: a token that names another one is a known trick.
    if (!head.path("alg").asText().equals("RS256") || head.has("crit")) {
      throw new Refusal("the token is not signed with RS256 alone");
    }
    byte[] signature = part(parts[2]);
    Message message = Message.of(parts[0] + "." + parts[1]);
    boolean holds = false;
    for (PublicKey key : JwkSet.of(keys.keySet()).rsa(head.path("kid").asText())) {
      holds |= message.isSignedBy(key, "SHA256withRSA", signature);
    }
    if (!holds) {
      throw new Refusal("the token is not signed by the vendor's key");
    }
    checkClaims(tree(parts[1]), keys.now());
  }

  private void checkClaims(JsonNode claims, Instant now) throws Refusal {
    if (!claims.path("exp").isNumber() || seconds(now) >= claims.path("exp").doubleValue()) {
      throw new Refusal("the token has expired");
    }
    if (claims.has("nbf")
        && seconds(now.plus(Window.FIVE_MINUTES.future())) < claims.path("nbf").doubleValue()) {
      throw new Refusal("the token is not valid yet");
    }
    JsonNode meant = claims.path("aud");
    if (audience.isPresent()
        && !meant.asText().equals(audience.get())
        && StreamSupport.stream(meant.spliterator(), false)
            .noneMatch(one -> one.asText().equals(audience.get()))) {
      throw new Refusal("the token is meant for another audience");
    }
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1000.0;
  }

  private static JsonNode tree(String part) throws Refusal {
    try {
      return Json.MAPPER.readTree(part(part));
    } catch (IOException e) {
      throw new Refusal("the token does not hold JSON");
    }
  }

  private static byte[] part(String text) throws Refusal {
    return Encoded.base64Url(text).orElseThrow(() -> new Refusal("the token cannot be read"));
  }

  @Override
  public boolean coversBody() {
    return false;
  }

  @Override
  public Optional<String> deliveryId(WebhookDelivery delivery) {
    return delivery.header(prefix + "id");
  }
}
