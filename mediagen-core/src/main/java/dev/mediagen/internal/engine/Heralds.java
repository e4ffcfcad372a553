// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The providers whose webhooks have been seen to arrive here. An address that no vendor can reach
 * must not make jobs late: only who has delivered is asked less often, until it misses once.
 */
final class Heralds {
  private final Set<String> delivering = ConcurrentHashMap.newKeySet();

  void delivered(String provider) {
    delivering.add(provider);
  }

  void missed(String provider) {
    delivering.remove(provider);
  }

  boolean deliver(String provider) {
    return !delivering.isEmpty() && delivering.contains(provider);
  }
}
