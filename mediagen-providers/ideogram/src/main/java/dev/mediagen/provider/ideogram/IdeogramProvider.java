// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import dev.mediagen.Limits;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.Webhooks;
import dev.mediagen.webhook.WebhookSchemes;
import java.util.Map;
import java.util.Optional;

/**
 * Ideogram. A plain model id generates with the present API; an action stands before the model, as
 * in {@code remix/ideogram-4}. Ids that begin with {@code v1/} or {@code legacy/} go the older
 * ways, which answer at once.
 *
 * @see <a href="https://developer.ideogram.ai">Documentation</a>
 */
public final class IdeogramProvider implements ProviderAdapter {
  private static final String GENERATION = "generation";

  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("ideogram")
          .name("Ideogram")
          .baseUrl("https://api.ideogram.ai")
          .auth(Auth.header("Api-Key", "{key}"))
          .setting(Setting.key("IDEOGRAM_API_KEY"))
          .webhooks(
              Webhooks.builder()
                  .scheme(WebhookSchemes.ed25519BodyHash("X-Ideogram-Webhook-", "Generation-Id"))
                  .keySet(HttpCall.get("/v1/.well-known/jwks.json"))
                  .jobId("/generation_id")
                  .build())
          .limits(Limits.builder().jobsInFlight(10).build())
          .homepage("https://developer.ideogram.ai")
          .note("outputs can be fetched for a limited time only")
          .build();

  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          GENERATION,
          new Generation(true),
          "silent-generation",
          new Generation(false),
          "direct",
          new Direct());

  /** For the service loader. */
  public IdeogramProvider() {}

  @Override
  public int contractVersion() {
    return CONTRACT_VERSION;
  }

  @Override
  public ProviderInfo info() {
    return INFO;
  }

  @Override
  public Catalog catalog() {
    return Catalog.load(IdeogramProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  @Override
  public String operation(Task task) {
    return task.model().facts().getOrDefault("operation", GENERATION);
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }

  @Override
  public Optional<String> requestId(HttpReply reply) {
    return reply.at("/request_id");
  }
}
