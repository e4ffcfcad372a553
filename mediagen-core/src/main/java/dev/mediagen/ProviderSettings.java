// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import dev.mediagen.spi.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one provider is told: its key, where it is, and whatever else it asks for. Not thread-safe;
 * read once, when the client is built.
 *
 * <p>A pool of keys is several {@linkplain #account accounts}: each has its own limits, rests alone
 * when its vendor is asked too much of, and stands in the handles of its jobs, which are always
 * followed with the key that paid for them.
 */
public final class ProviderSettings {
  private final Map<String, Credentials> values = new LinkedHashMap<>();
  private final Map<String, String> baseUrls = new LinkedHashMap<>();
  private final Map<String, ProviderSettings> accounts = new LinkedHashMap<>();
  private @Nullable Credentials credentials;
  private Limits limits = Limits.none();
  private boolean privateNetwork;

  /** The key. */
  public ProviderSettings apiKey(String key) {
    return setting(Setting.KEY, key);
  }

  /** A key that may change: it is asked for before every call. */
  public ProviderSettings apiKey(Supplier<String> key) {
    values.put(Setting.KEY, name -> Optional.ofNullable(key.get()).map(Secret::of));
    return this;
  }

  /** Where all settings come from that are not set one by one. */
  public ProviderSettings credentials(Credentials source) {
    credentials = source;
    return this;
  }

  /** How much may be asked of the vendor at once, in place of what its adapter declares. */
  public ProviderSettings limits(Limits most) {
    limits = most;
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
    Secret secret = Secret.of(value);
    values.put(name, ignored -> Optional.of(secret));
    return this;
  }

  /**
   * One of several accounts with this provider, by an alias of your choice; what it does not set is
   * taken from the provider. The alias is kept in handles, so it should not change.
   */
  public ProviderSettings account(String alias, Consumer<ProviderSettings> change) {
    change.accept(accounts.computeIfAbsent(alias, ignored -> new ProviderSettings()));
    return this;
  }

  /**
   * Whether URLs in the provider's replies may lead into private networks; false by default. A
   * vendor in the cloud has no business there: a reply that names such an address, by itself or by
   * what its name resolves to or redirects to, is refused before anything is connected to. The
   * provider's own base URLs are always allowed, and this machine is when one of them is on it.
   */
  public ProviderSettings privateNetwork(boolean allowed) {
    privateNetwork = allowed;
    return this;
  }

  /** Where a setting comes from. */
  public Optional<Credentials> source(String name) {
    return Optional.ofNullable(values.getOrDefault(name, credentials));
  }

  /** How much may be asked of the vendor at once, as far as it was set. */
  public Limits limits() {
    return limits;
  }

  /** The base URLs by name; the main one has an empty name. */
  public Map<String, String> baseUrls() {
    return Collections.unmodifiableMap(baseUrls);
  }

  /** Whether replies may lead into private networks. */
  public boolean isPrivateNetwork() {
    return privateNetwork;
  }

  /** The accounts by alias; empty when there is only one, without a name. */
  public Map<String, ProviderSettings> accounts() {
    return Collections.unmodifiableMap(accounts);
  }
}
