// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.webhook;

import java.time.Instant;

public final class Deliveries {
  private final java.util.Set<String> seen = java.util.concurrent.ConcurrentHashMap.newKeySet();

  public boolean first(String key, Instant now) {
    return seen.add(key);
  }
}
