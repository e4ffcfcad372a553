// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ElevenLabs: speech, sound effects, music and transcripts, and recordings that are spoken by
 * another voice or freed from noise. Whatever makes sound answers with the sound itself; only a
 * transcript may be made in the background.
 *
 * @see <a href="https://elevenlabs.io/docs/api-reference">API reference</a>
 */
public final class ElevenLabsProvider implements ProviderAdapter {
  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("elevenlabs")
          .name("ElevenLabs")
          .baseUrl("https://api.elevenlabs.io")
          .auth(Auth.header("xi-api-key", "{key}"))
          .setting(Setting.key("ELEVENLABS_API_KEY", "XI_API_KEY"))
          .setting(new Setting("webhook_secret", List.of("ELEVENLABS_WEBHOOK_SECRET"), true, false))
          .webhooks(
              Webhooks.builder()
                  .scheme(
                      WebhookSchemes.stampedHmac(
                          "ElevenLabs-Signature",
                          "v0",
                          ".",
                          Duration.ofMinutes(30),
                          Duration.ofMinutes(5)))
                  .secret("webhook_secret")
                  .jobId("/data/request_id")
                  .build())
          .homepage("https://elevenlabs.io/docs/api-reference")
          .note(
              "keys are restricted: each of speech, sounds, music and transcripts must be allowed;"
                  + " webhooks go to the addresses that are set up in the workspace, and only about"
                  + " transcripts with the option webhook")
          .build();

  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          "speech", new Speech(),
          "sound", new Sound(),
          "music", new Music(),
          "voice", new Voice(),
          "isolation", new Isolation(),
          "transcript", new Transcription(),
          "transcript-job", new TranscriptionJob());

  /** For the service loader. */
  public ElevenLabsProvider() {}

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
    return Catalog.load(ElevenLabsProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  @Override
  public String operation(Task task) {
    String tool = task.model().facts().getOrDefault("operation", task.kind().word());
    boolean later = task.parameters().path("webhook").asText().equals("true");
    return tool.equals("transcript") && later ? "transcript-job" : tool;
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }

  @Override
  public Optional<String> requestId(HttpReply reply) {
    return reply.header("request-id");
  }
}
