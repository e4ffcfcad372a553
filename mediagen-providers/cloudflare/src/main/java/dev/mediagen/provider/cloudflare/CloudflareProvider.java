// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import dev.mediagen.spi.Task;
import java.util.List;
import java.util.Map;

/**
 * Cloudflare Workers AI: every model is run by {@code POST /run/{model}} and answers at once, with
 * JSON or with the bytes themselves. There are no jobs to follow or to cancel.
 *
 * <p>The setting {@code gateway_id}, when it is given, puts the calls through an AI Gateway.
 *
 * @see <a href="https://developers.cloudflare.com/workers-ai/">Workers AI</a>
 */
public final class CloudflareProvider implements ProviderAdapter {
  private static final String ID = "cloudflare";

  /** For the service loader. */
  public CloudflareProvider() {}

  @Override
  public int contractVersion() {
    return CONTRACT_VERSION;
  }

  @Override
  public ProviderInfo info() {
    return ProviderInfo.builder()
        .id(ID)
        .name("Cloudflare Workers AI")
        .baseUrl("https://api.cloudflare.com/client/v4/accounts/{account_id}/ai")
        .auth(Auth.headers("Authorization", "Bearer {key}", "cf-aig-gateway-id", "{gateway_id}"))
        .setting(Setting.key("CLOUDFLARE_API_TOKEN"))
        .setting(Setting.required("account_id", "CLOUDFLARE_ACCOUNT_ID"))
        .setting(new Setting("gateway_id", List.of(), false, false))
        .homepage("https://developers.cloudflare.com/workers-ai/")
        .build();
  }

  @Override
  public Catalog catalog() {
    return Catalog.load(CloudflareProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("generate", new Generate(), "transcribe", new Transcribe());
  }

  @Override
  public String operation(Task task) {
    if (!task.modelName().startsWith("@")) {
      // These go by another route, whose replies are documented nowhere: a paid outcome could not
      // be read.
      throw unsupported(task, "models of other vendors, without @ at the front, are not supported");
    }
    return switch (task.kind()) {
      case IMAGE, SPEECH -> "generate";
      case TRANSCRIPT -> "transcribe";
      default -> throw unsupported(task, "no model here makes " + task.kind().word());
    };
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Envelope.failure(reply);
  }

  private static MediaException unsupported(Task task, String why) {
    return new MediaException(
        ErrorDetails.of(ErrorKind.UNSUPPORTED, why).provider(ID).model(task.model().id()).build());
  }
}
