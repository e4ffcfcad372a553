// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.fal;

import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Preparation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import dev.mediagen.spi.Webhooks;
import dev.mediagen.webhook.WebhookSchemes;
import java.util.Map;
import java.util.Optional;

/**
 * fal: every endpoint takes JSON and answers through the same queue, so one operation serves all of
 * them; what each endpoint takes stands in the catalogue.
 *
 * @see <a href="https://fal.ai/docs/model-apis/model-endpoints/queue">Queue</a>
 */
public final class FalProvider implements ProviderAdapter {
  /** For the service loader. */
  public FalProvider() {}

  @Override
  public int contractVersion() {
    return CONTRACT_VERSION;
  }

  @Override
  public ProviderInfo info() {
    return ProviderInfo.builder()
        .id("fal")
        .name("fal")
        .baseUrl("https://queue.fal.run")
        .baseUrl("storage", "https://rest.fal.ai")
        .auth(Auth.header("Authorization", "Key {key}"))
        .setting(Setting.key("FAL_KEY"))
        .webhooks(
            Webhooks.builder()
                .scheme(WebhookSchemes.ed25519BodyHash("X-Fal-Webhook-", "Request-Id"))
                .keySet(HttpCall.get("/.well-known/jwks.json").at("storage"))
                .jobId("/request_id")
                .build())
        .homepage("https://fal.ai/docs")
        .build();
  }

  @Override
  public Catalog catalog() {
    return Catalog.load(FalProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("queue", new FalQueue());
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return FalErrors.read(reply);
  }

  @Override
  public Optional<String> requestId(HttpReply reply) {
    return reply.header("x-fal-request-id");
  }

  @Override
  public Optional<Preparation> upload(Input input) {
    return Optional.of(new FalUpload(input));
  }
}
