// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.Secret;
import dev.mediagen.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A collection of signed deliveries, good and bad, in the file that the system property {@code
 * mediagen.webhook.vectors} names; skipped where it is not set.
 */
class PublishedVectorsTest {
  private static final Duration MINUTES = Duration.ofMinutes(5);

  private static final Map<String, WebhookScheme> SCHEMES =
      Map.ofEntries(
          Map.entry("standard-webhooks-v1", WebhookSchemes.standard("webhook-")),
          Map.entry("fal-ed25519", WebhookSchemes.ed25519BodyHash("X-Fal-Webhook-", "Request-Id")),
          Map.entry(
              "ideogram-ed25519",
              WebhookSchemes.ed25519BodyHash("X-Ideogram-Webhook-", "Generation-Id")),
          Map.entry(
              "elevenlabs-v0",
              WebhookSchemes.stampedHmac(
                  "ElevenLabs-Signature", "v0", ".", Duration.ofMinutes(30), MINUTES)),
          Map.entry("hmac-sha256-hex-body", WebhookSchemes.bodyHmac("X-BFL-Signature", "sha256=")),
          Map.entry("pollo-hmac", WebhookSchemes.idStampBodyHmac("X-Webhook-")),
          Map.entry(
              "kie-hmac",
              WebhookSchemes.taskStampHmac(
                  "X-Webhook-", "/data/task_id", "/data/taskId", "/taskId")),
          Map.entry("vidu-hmac", WebhookSchemes.gatewayHmac("vidu")),
          Map.entry("bearer-static", WebhookSchemes.sharedSecret("Authorization", "Bearer ")),
          Map.entry("header-static", WebhookSchemes.sharedSecret("X-Webhook-Secret", "")),
          Map.entry("callback-url-token", WebhookSchemes.callbackToken()));

  @TestFactory
  Stream<DynamicTest> every_vector_gets_its_verdict() throws IOException {
    String file = System.getProperty("mediagen.webhook.vectors");
    assumeTrue(file != null, "set -Dmediagen.webhook.vectors to a file of vectors to check them");
    JsonNode vectors = Json.MAPPER.readTree(Path.of(file).toFile());
    assertThat(vectors).isNotEmpty();
    return StreamSupport.stream(vectors.spliterator(), false)
        .map(vector -> DynamicTest.dynamicTest(vector.path("id").asText(), () -> check(vector)));
  }

  private static void check(JsonNode vector) {
    String word = vector.path("scheme").asText();
    assertThat(SCHEMES).containsKey(word);
    WebhookScheme scheme = Objects.requireNonNull(SCHEMES.get(word));
    List<Secret> secrets =
        vector.has("secret") ? List.of(Secret.of(vector.path("secret").asText())) : List.of();
    WebhookVerdict verdict =
        scheme.verify(
            delivery(vector),
            new WebhookScheme.Keys(
                secrets,
                vector.has("jwks") ? vector.path("jwks").toString() : "",
                Instant.ofEpochSecond(vector.path("now").asLong())));
    assertThat(verdict.genuine())
        .as(vector.path("why").asText() + ": " + verdict.reason())
        .isEqualTo(vector.path("valid").asBoolean());
  }

  private static WebhookDelivery delivery(JsonNode vector) {
    Map<String, String> headers = new LinkedHashMap<>();
    vector
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    WebhookDelivery delivery =
        WebhookDelivery.of(headers, vector.path("body").asText().getBytes(StandardCharsets.UTF_8))
            .by(vector.path("method").asText("POST"));
    return vector.has("url") ? delivery.at(URI.create(vector.path("url").asText())) : delivery;
  }
}
