// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ttapi;

import dev.mediagen.Limits;
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
import java.util.Map;

/**
 * TT API: Midjourney through a reseller. Midjourney has no public API and forbids automation in its
 * guidelines, so this provider works only for those who say that they know: the setting {@code
 * midjourney_by_reseller} must be given, for example as {@code yes}.
 *
 * @see <a href="https://ttapi.io/docs">Documentation</a>
 */
public final class TtApiProvider implements ProviderAdapter {
  private static final ProviderInfo INFO =
      ProviderInfo.builder()
          .id("ttapi")
          .name("TT API")
          .baseUrl("https://api.ttapi.io")
          .auth(Auth.header("TT-API-KEY", "{key}"))
          .setting(Setting.key("TTAPI_API_KEY"))
          .setting(Setting.required("midjourney_by_reseller", "TTAPI_MIDJOURNEY_BY_RESELLER"))
          .webhooks(Webhooks.unsigned("/jobId", "/data/jobId"))
          .limits(Limits.builder().jobsInFlight(10).build())
          .homepage("https://ttapi.io/docs")
          .note("unofficial: Midjourney has no public API, and its guidelines forbid automation")
          .build();

  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          "imagine", new Imagine(),
          "action", new Midjourney("/midjourney/v1/action"),
          "blend", new Midjourney("/midjourney/v1/blend"),
          "describe", new Midjourney("/midjourney/v1/describe"),
          "inpaint", new Midjourney("/midjourney/v1/inpaint"));

  /** For the service loader. */
  public TtApiProvider() {}

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
    return Catalog.load(TtApiProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return OPERATIONS;
  }

  @Override
  public String operation(Task task) {
    return task.model().facts().getOrDefault("operation", "imagine");
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return Errors.of(reply);
  }
}
