// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import java.util.LinkedHashSet;
import java.util.Set;

/** Names of what is gone, so that it can be told from what never was; the oldest are forgotten. */
final class RecentNames {
  private final Set<String> names = new LinkedHashSet<>();

  void add(String name) {
    names.add(name);
    if (names.size() > Limits.REMEMBERED_IDS) {
      names.remove(names.iterator().next());
    }
  }

  void remove(String name) {
    names.remove(name);
  }

  /** Answers 410 for a name that is remembered. */
  void refuse(String name) {
    if (names.contains(name)) {
      throw Refusal.of(410, "expired", name + " is no longer kept");
    }
  }
}
