// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import dev.mediagen.Limits;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.FormUpload;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replicate. A model is named {@code owner/name}, a version of it {@code owner/name:hash}, a
 * deployment {@code deployments/owner/name}. Models that are not listed are asked for their schema.
 *
 * @see <a href="https://replicate.com/docs/reference/http">Documentation</a>
 */
public final class ReplicateProvider implements ProviderAdapter {
  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("replicate")
          .name("Replicate")
          .baseUrl("https://api.replicate.com/v1")
          .auth(Auth.bearer())
          .setting(Setting.key("REPLICATE_API_TOKEN"))
          .setting(new Setting("webhook_secret", List.of("REPLICATE_WEBHOOK_SECRET"), true, false))
          .limits(
              Limits.builder()
                  .requests(Limits.Rate.perMinute(600))
                  .polls(Limits.Rate.perMinute(3000))
                  .build())
          .webhooks(
              Webhooks.builder()
                  .scheme(WebhookSchemes.standard("webhook-"))
                  .secret("webhook_secret")
                  .jobId("/id")
                  .build())
          .homepage("https://replicate.com/docs/reference/http")
          .note(
              "inputs, outputs and logs are deleted one hour after a prediction ends; the secret of"
                  + " webhooks is what GET /webhooks/default/secret gives")
          .build();

  private static final Map<String, Operation> OPERATIONS = Map.of("prediction", new Predictions());

  /** For the service loader. */
  public ReplicateProvider() {}

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
    return Catalog.load(ReplicateProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }

  /** A file is kept for a while, and only predictions of its owner may read it. */
  @Override
  public Optional<Preparation> upload(Input input) {
    return Optional.of(FormUpload.direct(input, HttpCall.post("/files"), "content", "/urls/get"));
  }

  /** The schema stands with the model, or with the version that is named. */
  @Override
  public Optional<HttpCall> describe(ModelId model) {
    return Target.of(model.name()).description();
  }

  @Override
  public Optional<ModelSpec> onDescribe(ModelId model, HttpReply reply) {
    return Schema.read(catalog(), model, reply);
  }
}
