// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How calls to a provider are signed: a strategy the adapter names and the engine runs. Settings
 * stand in braces: {@code Key {key}}. A header whose settings are not configured is left out.
 */
public sealed interface Auth {
  /** Fixed headers. */
  record Headers(Map<String, String> templates) implements Auth {}

  /** A query parameter, where the vendor insists; it is masked wherever the URL is shown. */
  record Query(String parameter, String template) implements Auth {}

  /** A header with a fresh UUID for every call, besides another strategy. */
  record FreshId(String header, Auth with) implements Auth {}

  /**
   * A JWT, signed with HMAC-SHA256 for a while, as {@code Authorization: Bearer}.
   *
   * @param issuer the setting that is the {@code iss} claim
   * @param secret the setting whose bytes are the key
   * @param lifetime from now until {@code exp}
   * @param notBefore how far {@code nbf} lies in the past
   */
  record JwtHs256(String issuer, String secret, Duration lifetime, Duration notBefore)
      implements Auth {}

  /**
   * A token that a call gives, as {@code Authorization: Bearer}, kept until shortly before it
   * expires: OAuth client credentials, a service account's assertion.
   *
   * @param exchange what is sent for it
   * @param extra headers that go along with the token; settings in braces
   */
  record Token(TokenExchange exchange, Map<String, String> extra) implements Auth {}

  /** The first of several strategies whose settings are all configured. */
  record FirstConfigured(List<Auth> choices) implements Auth {}

  /** A call that gives a token. */
  sealed interface TokenExchange {
    /** OAuth client credentials, as a form. Settings in braces in every value. */
    record ClientCredentials(String tokenUrl, Map<String, String> form) implements TokenExchange {}

    /**
     * A Google service account: an assertion signed with RS256 is exchanged at the key file's token
     * URI.
     *
     * @param keyFile the setting with the key file's path or its JSON
     * @param scope the OAuth scope
     */
    record ServiceAccount(String keyFile, String scope) implements TokenExchange {}
  }

  /** No authentication. */
  static Auth none() {
    return new Headers(Map.of());
  }

  /** {@code Authorization: Bearer KEY}. */
  static Auth bearer() {
    return header("Authorization", "Bearer {key}");
  }

  /** One fixed header, for example {@code header("Authorization", "Key {key}")}. */
  static Auth header(String name, String template) {
    return new Headers(Map.of(name, template));
  }

  /** Two fixed headers. */
  static Auth headers(String name, String template, String name2, String template2) {
    Map<String, String> both = new LinkedHashMap<>();
    both.put(name, template);
    both.put(name2, template2);
    return new Headers(both);
  }
}
