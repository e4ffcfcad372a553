// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.vidu;

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
import java.util.Map;
import java.util.Optional;

/**
 * Vidu, of ShengShu: the Enterprise API. One model makes a video of a text, of frames or of
 * references, each at an address of its own; what a request brings decides.
 *
 * @see <a href="https://platform.vidu.com/docs">Documentation</a>
 */
public final class ViduProvider implements ProviderAdapter {
  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("vidu")
          .name("Vidu")
          .baseUrl("https://api.vidu.com/ent/v2")
          .auth(Auth.header("Authorization", "Token {key}"))
          .setting(Setting.key("VIDU_API_KEY"))
          .webhooks(
              Webhooks.builder()
                  .scheme(WebhookSchemes.gatewayHmac("vidu"))
                  .secret(Setting.KEY)
                  .jobId("/id")
                  .build())
          .homepage("https://platform.vidu.com/docs")
          .note(
              "in mainland China the base URL is https://api.vidu.cn/ent/v2; outputs can be fetched"
                  + " for a day")
          .build();

  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          "text2video", new Creation("/text2video"),
          "img2video", new Creation("/img2video"),
          "start-end2video", new Creation("/start-end2video"),
          "reference2video", new Creation("/reference2video"),
          "reference2image", new Creation("/reference2image"),
          "text2audio", new Creation("/text2audio"),
          "timing2audio", new Creation("/timing2audio"),
          "audio-tts", new Speech());

  /** For the service loader. */
  public ViduProvider() {}

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
    return Catalog.load(ViduProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  @Override
  public String operation(Task task) {
    return switch (task.kind()) {
      case IMAGE -> "reference2image";
      case SPEECH -> "audio-tts";
      case SOUND -> task.parameters().has("timing_prompts") ? "timing2audio" : "text2audio";
      default -> video(task);
    };
  }

  private static String video(Task task) {
    if (!task.inputs("references").isEmpty() || task.parameters().has("subjects")) {
      return "reference2video";
    } else if (!task.inputs("lastFrame").isEmpty()) {
      return "start-end2video";
    }
    return task.inputs("firstFrame").isEmpty() ? "text2video" : "img2video";
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }

  @Override
  public Optional<String> requestId(HttpReply reply) {
    return reply.at("/metadata/trace_id");
  }
}
