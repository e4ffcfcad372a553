// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import dev.mediagen.MediaKind;
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
import dev.mediagen.spi.Task;
import dev.mediagen.spi.Webhooks;
import dev.mediagen.webhook.WebhookSchemes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Google: most models are at the Gemini API, with a key; Veo and Lyria 2 are at Vertex AI, with a
 * service account or an access token.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs">Gemini API</a>
 */
public final class GoogleProvider implements ProviderAdapter {
  private static final Auth CLOUD =
      new Auth.FirstConfigured(
          List.of(
              Auth.header("Authorization", "Bearer {access_token}"),
              new Auth.Token(
                  new Auth.TokenExchange.ServiceAccount(
                      "service_account", "https://www.googleapis.com/auth/cloud-platform"),
                  Map.of())));

  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("google")
          .name("Google")
          .baseUrl("https://generativelanguage.googleapis.com/v1beta")
          .baseUrl("root", "https://generativelanguage.googleapis.com")
          .baseUrl(Vertex.REGION, "https://{location}-aiplatform.googleapis.com/v1")
          .baseUrl(Vertex.GLOBAL, "https://aiplatform.googleapis.com/v1")
          .baseUrl(Vertex.SEVERAL, "https://aiplatform.{location}.rep.googleapis.com/v1")
          .baseUrl("storage", "https://storage.googleapis.com")
          .auth(new Auth.FirstConfigured(List.of(Auth.header("x-goog-api-key", "{key}"))))
          .auth(Vertex.REGION, CLOUD)
          .auth(Vertex.GLOBAL, CLOUD)
          .auth(Vertex.SEVERAL, CLOUD)
          .auth("storage", CLOUD)
          .setting(Setting.optionalKey("GEMINI_API_KEY", "GOOGLE_API_KEY"))
          .setting(Setting.optional("project", "GOOGLE_CLOUD_PROJECT"))
          .setting(Setting.optional("location", "GOOGLE_CLOUD_LOCATION"))
          .setting(
              new Setting(
                  "service_account", List.of("GOOGLE_APPLICATION_CREDENTIALS"), true, false))
          .setting(new Setting("access_token", List.of("GOOGLE_ACCESS_TOKEN"), true, false))
          .webhooks(
              Webhooks.builder()
                  .scheme(WebhookSchemes.rs256Token("webhook-"))
                  .keySet(HttpCall.get("/.well-known/jwks.json").at("root"))
                  .jobId("/data/id")
                  .build())
          .homepage("https://ai.google.dev/gemini-api/docs")
          .build();

  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          "interaction", new Interaction(),
          "transcription", new Transcription(),
          "content", new Content(),
          "veo", new Veo(),
          "predict", new Predict());

  /** For the service loader. */
  public GoogleProvider() {}

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
    return Catalog.load(GoogleProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  @Override
  public String operation(Task task) {
    String declared = task.model().facts().get("operation");
    if (declared != null) {
      return declared;
    }
    return switch (task.kind()) {
      case VIDEO -> task.modelName().startsWith("veo-") ? "veo" : "interaction";
      case TRANSCRIPT -> "transcription";
      default -> "content";
    };
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }

  @Override
  public Optional<Preparation> upload(Input input) {
    return Optional.of(new FileUpload(input));
  }

  /** Whether a kind of media is heard and not seen. */
  static boolean isSound(MediaKind kind) {
    return kind == MediaKind.SPEECH || kind == MediaKind.MUSIC;
  }
}
