// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import dev.mediagen.Limits;
import dev.mediagen.internal.ImmutableStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a provider is called, where it is and how one signs in. Immutable, and no secret in it. */
@Value.Immutable
@ImmutableStyle
public interface ProviderInfo {
  /** The short id, lower case: the first segment of its model ids. */
  String id();

  /** The vendor's name. */
  String name();

  /**
   * The base URL, to which paths are added; settings may stand in braces: {@code
   * https://host/accounts/{account_id}}. None when only the user knows it.
   */
  Optional<String> baseUrl();

  /** Further base URLs by name, for {@link HttpCall#at}. */
  Map<String, String> baseUrls();

  /**
   * Further hosts of the vendor that may see the key, for URLs in replies: {@code api.vendor.com},
   * or {@code *.vendor.com} for every host below.
   */
  List<String> hosts();

  /**
   * Whether it runs on the user's own machines, so that URLs in its replies may lead into private
   * networks. For any other provider they are refused, unless the user allows them.
   */
  @Value.Default
  default boolean selfHosted() {
    return false;
  }

  /** How calls are signed. */
  @Value.Default
  default Auth auth() {
    return Auth.none();
  }

  /** How calls to further base URLs are signed, by their names, where it is not {@link #auth}. */
  Map<String, Auth> auths();

  /** What can and must be set. */
  List<Setting> settings();

  /** How much the vendor lets one account ask of it at once, where its pages say so. */
  @Value.Default
  default Limits limits() {
    return Limits.none();
  }

  /** How the vendor sends news of itself; none when it cannot be asked to. */
  Optional<Webhooks> webhooks();

  /** The vendor's documentation. */
  Optional<String> homepage();

  /** What a user should know before using it, for example that it is unofficial. */
  Optional<String> note();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ProviderInfo}. Not thread-safe. */
  class Builder extends ImmutableProviderInfo.Builder {
    Builder() {}
  }
}
