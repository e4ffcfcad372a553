// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.kling;

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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Kling, of Kuaishou. Video models of the newer API stand in the path and are asked for at one
 * address; everything else goes the older way, with a path for each operation.
 *
 * @see <a href="https://kling.ai/document-api">Documentation</a>
 */
public final class KlingProvider implements ProviderAdapter {
  private static final String NEWER = "generation";

  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("kling")
          .name("Kling")
          .baseUrl("https://api-singapore.klingai.com")
          .auth(
              new Auth.FirstConfigured(
                  List.of(
                      Auth.bearer(),
                      new Auth.JwtHs256(
                          "access_key",
                          "secret_key",
                          Duration.ofMinutes(30),
                          Duration.ofSeconds(5)))))
          .setting(Setting.optionalKey("KLINGAI_API_KEY", "KLING_API_KEY"))
          .setting(new Setting("access_key", List.of("KLINGAI_ACCESS_KEY"), true, false))
          .setting(new Setting("secret_key", List.of("KLINGAI_SECRET_KEY"), true, false))
          .setting(new Setting("webhook_secret", List.of("KLINGAI_WEBHOOK_SECRET"), true, false))
          .webhooks(
              Webhooks.builder()
                  .scheme(WebhookSchemes.standard("webhook-"))
                  .secret("webhook_secret")
                  .jobId("/id")
                  .jobId("/task_id")
                  .build())
          .homepage("https://kling.ai/document-api")
          .note(
              "an access key with a secret key opens only the older operations; take an API key for"
                  + " the models in the path")
          .build();

  private static final Map<String, Operation> OPERATIONS = new LinkedHashMap<>();

  static {
    OPERATIONS.put(NEWER, new Generation());
    Map.ofEntries(
            Map.entry("text2video", "/v1/videos/text2video"),
            Map.entry("image2video", "/v1/videos/image2video"),
            Map.entry("multi-image2video", "/v1/videos/multi-image2video"),
            Map.entry("video-extend", "/v1/videos/video-extend"),
            Map.entry("lip-sync", "/v1/videos/lip-sync"),
            Map.entry("avatar", "/v1/videos/avatar/image2video"),
            Map.entry("image", "/v1/images/generations"),
            Map.entry("omni-image", "/v1/images/omni-image"),
            Map.entry("expand", "/v1/images/editing/expand"),
            Map.entry("try-on", "/v1/images/kolors-virtual-try-on"),
            Map.entry("text-to-audio", "/v1/audio/text-to-audio"),
            Map.entry("video-to-audio", "/v1/audio/video-to-audio"))
        .forEach((name, path) -> OPERATIONS.put(name, new Legacy(path)));
  }

  /** For the service loader. */
  public KlingProvider() {}

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
    return Catalog.load(KlingProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.copyOf(OPERATIONS);
  }

  /** Ids of the older API begin with a v; its video models serve several paths. */
  @Override
  public String operation(Task task) {
    String declared = task.model().facts().getOrDefault("operation", "");
    if (!declared.isEmpty()) {
      return declared;
    } else if (!task.modelName().startsWith("kling-v")) {
      return NEWER;
    } else if (!task.inputs("source").isEmpty()) {
      return "video-extend";
    } else if (!task.inputs("references").isEmpty()) {
      return "multi-image2video";
    }
    return task.inputs("firstFrame").isEmpty() ? "text2video" : "image2video";
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
