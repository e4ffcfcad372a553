// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import java.util.Optional;

/**
 * Where the settings of a provider come from when they may change: a secret manager, a file that is
 * rotated. Asked before every call, on the library's own threads, so it must be thread-safe and
 * answer from memory. A vendor that refuses a key ends nothing yet: it is asked once more, and if
 * it gives another key by then the call is made again.
 */
@FunctionalInterface
public interface Credentials {
  /** The value of a setting now, by its name, for example {@code key}; none when it has none. */
  Optional<Secret> get(String setting);

  /** The vendor did not accept what was given: the place to fetch it anew. */
  default void refused(String setting) {}
}
