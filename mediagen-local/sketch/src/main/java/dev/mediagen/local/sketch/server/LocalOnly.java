// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch.server;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses what a web page could send from a browser on this machine: requests under a foreign host
 * name that was rebound to loopback, and requests from a foreign origin.
 */
final class LocalOnly {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private LocalOnly() {}

  static void check(Call call) {
    String host = call.header("Host").orElse("");
    if (!local("http://" + host)) {
      throw refused("Host", host);
    }
    call.header("Origin")
        .filter(origin -> !local(origin))
        .ifPresent(
            origin -> {
              throw refused("Origin", origin);
            });
  }

  static boolean named(String host) {
    return NAMES.contains(host.toLowerCase(Locale.ROOT));
  }

  private static boolean local(String url) {
    try {
      String host = URI.create(url).getHost();
      return host != null && named(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Refusal refused(String header, String value) {
    return Refusal.of(
        403, "forbidden", header + " was '" + value + "'; allowed: loopback names only");
  }
}
