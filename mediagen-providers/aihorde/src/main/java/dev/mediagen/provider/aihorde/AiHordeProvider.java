// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.aihorde;

import dev.mediagen.MediaKind;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.catalog.Cost;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.Webhooks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AI Horde: free, with or without an account, on the machines of volunteers. Priority is bought
 * with kudos, which are no money.
 *
 * @see <a href="https://aihorde.net/api/">API</a>
 */
public final class AiHordeProvider implements ProviderAdapter {
  /** The key of everybody who has none; what it makes goes into the public data set. */
  private static final String ANONYMOUS = "0000000000";

  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("aihorde")
          .name("AI Horde")
          .baseUrl("https://aihorde.net/api/v2")
          .auth(
              new Auth.FirstConfigured(
                  List.of(
                      signed("{key}", true),
                      signed("{key}", false),
                      signed(ANONYMOUS, true),
                      signed(ANONYMOUS, false))))
          .setting(Setting.optionalKey("AIHORDE_API_KEY"))
          .setting(Setting.optional("client_agent", "AIHORDE_CLIENT_AGENT"))
          .webhooks(Webhooks.unsigned("/request"))
          .homepage("https://aihorde.net/api/")
          .note(
              "without a key, pictures are shared with everybody; the setting client_agent says who"
                  + " asks, as name:version:contact")
          .build();

  private static final Map<String, Operation> OPERATIONS =
      Map.of("image", new Generation(), "alchemy", new Alchemy());

  /** For the service loader. */
  public AiHordeProvider() {}

  private static Auth signed(String key, boolean agent) {
    return agent
        ? Auth.headers("apikey", key, "Client-Agent", "{client_agent}")
        : Auth.header("apikey", key);
  }

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
    return Catalog.load(AiHordeProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  @Override
  public String operation(Task task) {
    boolean alchemy =
        task.kind() == MediaKind.UPSCALE || task.model().facts().containsKey("alchemy");
    return alchemy ? "alchemy" : "image";
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }

  /** What it costs: nothing but kudos. */
  static Optional<Cost> kudos(Fields reply) {
    return reply
        .number("kudos")
        .map(
            kudos ->
                Cost.builder()
                    .usd(BigDecimal.ZERO)
                    .unit("kudos", kudos)
                    .source(Cost.Source.VENDOR)
                    .basis("free; kudos are no money")
                    .build());
  }
}
