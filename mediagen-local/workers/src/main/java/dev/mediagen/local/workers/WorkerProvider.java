// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.workers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.ModelId;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.catalog.ModelSpec;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.InvalidRequestException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A worker of one's own that speaks the worker protocol, level 2: Cog's wire format with a GET on
 * the prediction, a queue, progress and files. Set {@code MEDIAGEN_LOCAL_BASE_URL} to where it
 * listens; which models there are and what they take, the worker tells itself.
 */
public final class WorkerProvider implements ProviderAdapter {
  /** For the service loader. */
  public WorkerProvider() {}

  @Override
  public int contractVersion() {
    return CONTRACT_VERSION;
  }

  @Override
  public ProviderInfo info() {
    return ProviderInfo.builder()
        .id("local")
        .name("Local workers")
        .auth(Auth.bearer())
        .setting(Setting.optionalKey("MEDIAGEN_LOCAL_API_KEY"))
        .setting(
            new Setting("webhook_secret", List.of("MEDIAGEN_LOCAL_WEBHOOK_SECRET"), true, false))
        .selfHosted(true)
        .webhooks(
            Webhooks.builder()
                .scheme(WebhookSchemes.standard("webhook-"))
                .secret("webhook_secret")
                .jobId("/id")
                .build())
        .note("runs on machines of your own")
        .build();
  }

  @Override
  public Catalog catalog() {
    return Catalog.load(WorkerProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("prediction", new Prediction());
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return WorkerErrors.read(reply);
  }

  @Override
  public Optional<Preparation> upload(Input input) {
    return Optional.of(FormUpload.direct(input, HttpCall.post("/files"), "content", "/urls/get"));
  }

  @Override
  public Optional<HttpCall> describe(ModelId model) {
    return Optional.of(HttpCall.get("/models"));
  }

  @Override
  public Optional<ModelSpec> onDescribe(ModelId model, HttpReply reply) {
    List<String> names = new ArrayList<>();
    for (JsonNode entry : reply.json()) {
      if (entry.path("id").asText().equals(model.name())) {
        return Optional.of(WorkerSchema.read(model, entry));
      }
      names.add("local/" + entry.path("id").asText());
    }
    throw InvalidRequestException.of("model", model, "the worker has " + String.join(", ", names));
  }
}
