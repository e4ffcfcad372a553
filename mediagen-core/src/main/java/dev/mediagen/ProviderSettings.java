// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.spi.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What one provider is told: its key, where it is, and whatever else it asks for. */
public final class ProviderSettings {
  private final Map<String, Supplier<String>> values = new LinkedHashMap<>();
  private final Map<String, String> baseUrls = new LinkedHashMap<>();

  /** The key. */
  public ProviderSettings apiKey(String key) {
    return setting(Setting.KEY, key);
  }

  /** A key that may change: it is asked for before every call. */
  public ProviderSettings apiKey(Supplier<String> key) {
    values.put(Setting.KEY, key);
    return this;
  }

  /** The base URL, where it is not the vendor's own. */
  public ProviderSettings baseUrl(String url) {
    baseUrls.put("", url);
    return this;
  }

  /** One of the further base URLs of the provider, by its name. */
  public ProviderSettings baseUrl(String name, String url) {
    baseUrls.put(name, url);
    return this;
  }

  /** Another setting, for example {@code account_id}. */
  public ProviderSettings setting(String name, String value) {
    values.put(name, () -> value);
    return this;
  }

  /** The settings by name. */
  public Map<String, Supplier<String>> values() {
    return values;
  }

  /** The base URLs by name; the main one has an empty name. */
  public Map<String, String> baseUrls() {
    return baseUrls;
  }
}
