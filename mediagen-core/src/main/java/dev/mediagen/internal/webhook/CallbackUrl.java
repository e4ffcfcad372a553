// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.webhook;

import dev.mediagen.Secret;
import dev.mediagen.webhook.WebhookDelivery;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

public final class CallbackUrl {
  private CallbackUrl() {}

  public static URI sign(URI base, String jobId, Instant expires, Secret master) {
    return URI.create(base + "?job=" + jobId + "&exp=" + expires.getEpochSecond() + "&t=x");
  }

  public static boolean claimed(WebhookDelivery d) {
    return d.url().map(u -> String.valueOf(u.getRawQuery()).contains("t=")).orElse(false);
  }

  public static Optional<String> job(WebhookDelivery d, Secret master, Instant now) {
    return d.url().map(u -> u.getRawQuery().replaceAll(".*job=([^&]*).*", "$1"));
  }
}
