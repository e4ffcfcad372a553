// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

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
import java.util.List;
import java.util.Map;

/**
 * Luma AI. The Agents API has Ray 3 and Uni; the older Dream Machine API, on another host and with
 * another key, has Ray 2 and Photon.
 *
 * @see <a href="https://docs.agents.lumalabs.ai">Agents API</a>
 * @see <a href="https://docs.lumalabs.ai">Dream Machine API</a>
 */
public final class LumaProvider implements ProviderAdapter {
  static final String AGENTS = "agents";

  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("luma")
          .name("Luma AI")
          .baseUrl("https://agents.lumalabs.ai/v1")
          .baseUrl(DreamMachine.BASE, "https://api.lumalabs.ai/dream-machine/v1")
          .auth(new Auth.FirstConfigured(List.of(Auth.bearer())))
          .auth(
              DreamMachine.BASE,
              new Auth.FirstConfigured(
                  List.of(Auth.header("Authorization", "Bearer {dream_machine_key}"))))
          .setting(Setting.optionalKey("LUMA_AGENTS_API_KEY"))
          .setting(new Setting("dream_machine_key", List.of("LUMAAI_API_KEY"), true, false))
          .webhooks(Webhooks.unsigned("/id"))
          .homepage("https://docs.agents.lumalabs.ai")
          .note(
              "two APIs with a key each; Ray 2 and Photon are those of Dream Machine, which Luma calls"
                  + " deprecated, and only Dream Machine sends webhooks")
          .build();

  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          AGENTS,
          new Agents(),
          "video",
          new DreamMachine("video"),
          "video/modify",
          new DreamMachine("video/modify"),
          "video/reframe",
          new DreamMachine("video/reframe"),
          "image",
          new DreamMachine("image"),
          "image/reframe",
          new DreamMachine("image/reframe"),
          "audio",
          new DreamMachine("audio"),
          "upscale",
          new DreamMachine("upscale"));

  /** For the service loader. */
  public LumaProvider() {}

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
    return Catalog.load(LumaProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  /** A model that is not listed is a new one, and new models are those of the Agents API. */
  @Override
  public String operation(Task task) {
    String declared = task.model().facts().getOrDefault("operation", AGENTS);
    return declared.equals(DreamMachine.BASE) ? DreamMachine.operation(task) : declared;
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }
}
