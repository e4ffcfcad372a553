// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import dev.mediagen.Limits;
import dev.mediagen.Limits.Rate;
import dev.mediagen.MediaKind;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.spi.Auth;
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
import java.util.regex.Pattern;

/**
 * Leonardo.Ai's production API. Current models have a name and share one endpoint; the platform's
 * older ones have a UUID, and the older videos a name in capitals.
 *
 * @see <a href="https://docs.leonardo.ai">Documentation</a>
 */
public final class LeonardoProvider implements ProviderAdapter {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
  private static final Pattern CAPITALS = Pattern.compile("[A-Z0-9_]+");

  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("leonardo")
          .name("Leonardo.Ai")
          .baseUrl("https://cloud.leonardo.ai/api/rest")
          .auth(Auth.bearer())
          .setting(Setting.key("LEONARDO_API_KEY"))
          .setting(
              new Setting(
                  "webhook_secret", List.of("LEONARDO_WEBHOOK_CALLBACK_API_KEY"), true, false))
          .webhooks(
              Webhooks.builder()
                  .scheme(WebhookSchemes.sharedSecret("Authorization", "Bearer "))
                  .secret("webhook_secret")
                  .jobId("/data/object/id")
                  .build())
          .limits(Limits.builder().requests(Rate.perMinute(100)).build())
          .homepage("https://docs.leonardo.ai")
          .note(
              "only keys of the production API; where webhooks go is set in the dashboard when the"
                  + " key is made; a stored input is the id of a generated picture")
          .build();

  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          "generation", new Generation(),
          "legacy", new Legacy(),
          "motion", new Motion(false),
          "motion-svd", new Motion(true),
          "variation", new Variation());

  /** For the service loader. */
  public LeonardoProvider() {}

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
    return Catalog.load(LeonardoProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  /** The form of the id tells the endpoint, for models that are not listed too. */
  @Override
  public String operation(Task task) {
    String declared = task.model().facts().getOrDefault("operation", "");
    if (!declared.isEmpty()) {
      return declared;
    } else if (task.kind() == MediaKind.IMAGE && UUID.matcher(task.modelName()).matches()) {
      return "legacy";
    }
    return task.kind() == MediaKind.VIDEO && CAPITALS.matcher(task.modelName()).matches()
        ? "motion"
        : "generation";
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }

  @Override
  public Optional<Preparation> upload(Input input) {
    return Optional.of(Upload.of(input));
  }
}
