// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.bfl;

import dev.mediagen.Limits;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.Webhooks;
import dev.mediagen.webhook.WebhookSchemes;
import java.util.List;
import java.util.Map;

/**
 * Black Forest Labs, who make FLUX. Every model is a path that takes JSON, and every task is
 * followed in the same way; newer models refuse fields they do not know, that of webhooks among
 * them.
 *
 * @see <a href="https://docs.bfl.ai">Documentation</a>
 */
public final class BflProvider implements ProviderAdapter {
  private static final String GENERATION = "generation";
  private static final String STRICT = "strict";

  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("bfl")
          .name("Black Forest Labs")
          .baseUrl("https://api.bfl.ai")
          // Tasks are asked for at the cluster that has them, whose name nobody knows before.
          .host("*.bfl.ai")
          .auth(Auth.header("x-key", "{key}"))
          .setting(Setting.key("BFL_API_KEY"))
          .setting(new Setting("webhook_secret", List.of("BFL_WEBHOOK_SECRET"), true, false))
          .limits(Limits.builder().jobsInFlight(24).build())
          .webhooks(
              Webhooks.builder()
                  .scheme(WebhookSchemes.bodyHmac("X-BFL-Signature", "sha256="))
                  .secret("webhook_secret")
                  .jobId("/id")
                  .build())
          .homepage("https://docs.bfl.ai")
          .note(
              "https://api.eu.bfl.ai and https://api.us.bfl.ai keep the data in their region;"
                  + " webhooks are signed only where the option webhook_secret is given, the same"
                  + " as the setting")
          .build();

  private static final Map<String, Operation> OPERATIONS =
      Map.of(GENERATION, new Generation(true), STRICT, new Generation(false));

  /** For the service loader. */
  public BflProvider() {}

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
    return Catalog.load(BflProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  /** Only models that are known to take a webhook are given one. */
  @Override
  public String operation(Task task) {
    return task.model().facts().containsKey("webhooks") ? GENERATION : STRICT;
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }
}
