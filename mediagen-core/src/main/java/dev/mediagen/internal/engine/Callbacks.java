// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.engine;

import dev.mediagen.Secret;
import dev.mediagen.internal.http.Provider;
import dev.mediagen.spi.JobClock;
import dev.mediagen.webhook.CallbackUrl;
import dev.mediagen.webhook.WebhookDelivery;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The addresses that vendors are given for their news, one for each job. */
final class Callbacks {
  /** Vendors send again what did not arrive, some for hours. */
  private static final Duration AFTER_DEADLINE = Duration.ofDays(1);

  private static final Pattern CLAIM = Pattern.compile("(^|&)t=");

  private final Optional<String> url;
  private final Secret key;
  private final JobClock clock;

  Callbacks(Optional<String> url, Optional<Secret> key, JobClock clock) {
    this.url = url;
    this.key = key.orElseGet(Callbacks::random);
    this.clock = clock;
  }

  /** Without a key of the user's, addresses are good for as long as this process lives. */
  private static Secret random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether a provider is asked to send news. */
  boolean asked(Provider provider) {
    return url.isPresent() && provider.info().webhooks().isPresent();
  }

  /** The address for one job; none when the provider sends no news, or nobody wants them. */
  Optional<URI> address(Provider provider, String clientId, Instant deadline) {
    return url.filter(ignored -> asked(provider))
        .map(
            base ->
                CallbackUrl.sign(
                    URI.create(base.replace("{provider}", provider.id())),
                    clientId,
                    deadline.plus(AFTER_DEADLINE),
                    key));
  }

  /** Whether a delivery claims to know a job's address. */
  static boolean claimed(WebhookDelivery delivery) {
    return delivery
        .url()
        .map(URI::getRawQuery)
        .filter(query -> CLAIM.matcher(query).find())
        .isPresent();
  }

  /** The submission whose address was called, when the address is one of ours and still good. */
  Optional<String> job(WebhookDelivery delivery) {
    return CallbackUrl.job(delivery, key, clock.now());
  }
}
