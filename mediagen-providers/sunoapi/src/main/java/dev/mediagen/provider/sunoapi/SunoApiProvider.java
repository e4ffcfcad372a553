// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.sunoapi;

import dev.mediagen.Limits;
import dev.mediagen.Limits.Rate;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.catalog.InputSpec.Delivery;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * sunoapi.org, which wraps the backend of Suno's app; Suno itself offers no API to the public.
 *
 * @see <a href="https://docs.sunoapi.org">Documentation</a>
 */
public final class SunoApiProvider implements ProviderAdapter {
  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("sunoapi")
          .name("sunoapi.org")
          .baseUrl("https://api.sunoapi.org/api/v1")
          .auth(Auth.bearer())
          .setting(Setting.key("SUNO_API_KEY"))
          .webhooks(Webhooks.unsigned("/data/task_id", "/data/taskId"))
          .limits(Limits.builder().requests(new Rate(20, Duration.ofSeconds(10))).build())
          .homepage("https://docs.sunoapi.org")
          .note("unofficial: Suno has no public API, and may block this one without notice")
          .build();

  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          "generate", new Song("/generate"),
          "extend", new Song("/generate/extend"),
          "cover", new Song("/generate/upload-cover"),
          "upload-extend", new Song("/generate/upload-extend"),
          "stems", new Tool("/vocal-removal"),
          "wav", new Tool("/wav"),
          "video", new Tool("/mp4"),
          "cover-image", new Tool("/suno/cover"),
          "lyrics", new Lyrics());

  /** For the service loader. */
  public SunoApiProvider() {}

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
    return Catalog.load(SunoApiProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  /** A track that Suno knows is extended; another one is sung anew, unless told where to go on. */
  @Override
  public String operation(Task task) {
    String declared = task.model().facts().get("operation");
    List<Input> source = task.inputs("source");
    if (declared != null) {
      return declared;
    } else if (source.isEmpty()) {
      return "generate";
    } else if (source.get(0).delivery() == Delivery.STORED) {
      return "extend";
    }
    return task.parameters().has("continueAt") ? "upload-extend" : "cover";
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }
}
