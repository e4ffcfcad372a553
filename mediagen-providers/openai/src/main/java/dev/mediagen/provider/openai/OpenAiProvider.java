// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import dev.mediagen.MediaKind;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import dev.mediagen.spi.Task;
import java.util.Map;

/**
 * OpenAI, as its <a href="https://developers.openai.com">API reference</a> describes it: pictures,
 * speech and transcripts. OpenAI's own videos are gone; the operation is there for servers that
 * speak the same language, at a base URL of the user's own.
 */
public final class OpenAiProvider implements ProviderAdapter {
  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("openai")
          .name("OpenAI")
          .baseUrl("https://api.openai.com/v1")
          .auth(
              new Auth.Headers(
                  Map.of(
                      "Authorization", "Bearer {key}",
                      "OpenAI-Organization", "{organization}",
                      "OpenAI-Project", "{project}")))
          .setting(Setting.key("OPENAI_API_KEY"))
          .setting(Setting.optional("organization", "OPENAI_ORG_ID"))
          .setting(Setting.optional("project", "OPENAI_PROJECT_ID"))
          .homepage("https://developers.openai.com")
          .note(
              "OpenAI shut its video service down on 2026-09-24; videos are made only at a base URL"
                  + " of your own")
          .build();

  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          "image", new Generation(),
          "edit", new Edit(),
          "speech", new Speech(),
          "transcript", new Transcription(),
          "video", new Video());

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
    return Catalog.load(OpenAiProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  @Override
  public String operation(Task task) {
    boolean edit = task.kind() == MediaKind.IMAGE && !task.inputs().isEmpty();
    return edit ? "edit" : task.kind().word();
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }
}
