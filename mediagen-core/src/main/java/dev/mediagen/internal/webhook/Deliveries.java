// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.webhook;

import dev.mediagen.webhook.WebhookDelivery;
import dev.mediagen.webhook.WebhookScheme;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which deliveries came already, so that each makes news once. The memory has an end, in number and
 * in time: a delivery that was forgotten is news again, which must do no harm. Thread-safe.
 */
public final class Deliveries {
  private final int most;
  private final Duration kept;
  private final Map<String, Instant> seen = new LinkedHashMap<>();

  /** Remembers 10,000 deliveries, a day each: longer than any scheme takes an old one for new. */
  public Deliveries() {
    this(10_000, Duration.ofDays(1));
  }

  /**
   * A memory of a size.
   *
   * @param most how many deliveries are remembered
   * @param kept for how long
   */
  Deliveries(int most, Duration kept) {
    this.most = most;
    this.kept = kept;
  }

  /**
   * The key of a genuine delivery: the provider, and the id its sender gave it or else its body.
   * Short whatever the sender wrote.
   */
  public static String key(String provider, WebhookScheme scheme, WebhookDelivery delivery) {
    Optional<String> id = scheme.deliveryId(delivery);
    String kind = id.isPresent() ? " id " : " body ";
    return provider
        + kind
        + sha256(id.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(delivery.body()));
  }

  /** Whether this delivery has not been seen; from now on it has. Only for genuine ones. */
  public synchronized boolean first(String key, Instant now) {
    Instant oldest = now.minus(kept);
    Iterator<Instant> times = seen.values().iterator();
    while (times.hasNext() && times.next().isBefore(oldest)) {
      times.remove();
    }
    if (seen.containsKey(key)) {
      return false;
    }
    if (seen.size() >= most) {
      seen.remove(seen.keySet().iterator().next());
    }
    seen.put(key, now);
    return true;
  }

  /** Takes a delivery back that could not be worked on, so that its repeat is news. */
  public synchronized void forget(String key) {
    seen.remove(key);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
