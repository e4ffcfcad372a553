// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import java.util.List;

/**
 * Something a provider needs to be told: a key, an account id, a region.
 *
 * @param name its name in {@link Auth} and in base URLs
 * @param variables the environment variables it is read from, the vendor's usual one first
 * @param secret whether it must never be shown
 * @param required whether the provider cannot be used without
 */
public record Setting(String name, List<String> variables, boolean secret, boolean required) {
  /** The name of the setting that {@code apiKey} sets. */
  public static final String KEY = "key";

  /** The key, without which the provider cannot be used. */
  public static Setting key(String... variables) {
    return new Setting(KEY, List.of(variables), true, true);
  }

  /** A key that may be left out. */
  public static Setting optionalKey(String... variables) {
    return new Setting(KEY, List.of(variables), true, false);
  }

  /** Another secret that is required. */
  public static Setting secret(String name, String... variables) {
    return new Setting(name, List.of(variables), true, true);
  }

  /** A value that is required and no secret. */
  public static Setting required(String name, String... variables) {
    return new Setting(name, List.of(variables), false, true);
  }

  /** A value that may be left out and is no secret. */
  public static Setting optional(String name, String... variables) {
    return new Setting(name, List.of(variables), false, false);
  }
}
