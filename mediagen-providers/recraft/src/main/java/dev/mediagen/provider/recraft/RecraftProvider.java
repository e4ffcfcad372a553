// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.recraft;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.mediagen.Limits;
import dev.mediagen.Limits.Rate;
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
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Recraft: raster pictures and vector ones, as the model does it, and edits of both. What is not
 * done by a model of one's choice, such as {@code vectorize}, is listed as a model of its own.
 *
 * @see <a href="https://www.recraft.ai/docs/api-reference">API reference</a>
 */
public final class RecraftProvider implements ProviderAdapter {
  /** The fact that names the operation of an entry that stands for a tool. */
  static final String OPERATION = "operation";

  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("recraft")
          .name("Recraft")
          .baseUrl("https://external.api.recraft.ai")
          .auth(Auth.bearer())
          .setting(Setting.key("RECRAFT_API_TOKEN"))
          .limits(Limits.builder().requests(Rate.perSecond(5)).build())
          .homepage("https://www.recraft.ai/docs/api-reference")
          .note("calls are answered only while the account has API units")
          .build();

  /** Named as in their paths. */
  private static final Map<String, Operation> OPERATIONS =
      Stream.of(
              "generations",
              "imageToImage",
              "inpaint",
              "outpaint",
              "replaceBackground",
              "generateBackground",
              "variateImage",
              "vectorize",
              "removeBackground",
              "eraseRegion",
              "crispUpscale",
              "creativeUpscale")
          .collect(toUnmodifiableMap(Function.identity(), Picture::new));

  /** For the service loader. */
  public RecraftProvider() {}

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
    return Catalog.load(RecraftProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  @Override
  public String operation(Task task) {
    String tool = task.model().facts().get(OPERATION);
    if (tool != null) {
      return tool;
    } else if (!task.inputs("mask").isEmpty()) {
      return "inpaint";
    }
    return task.inputs("source").isEmpty() ? "generations" : "imageToImage";
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }
}
