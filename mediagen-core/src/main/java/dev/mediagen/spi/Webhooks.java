// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import dev.mediagen.internal.ImmutableStyle;
import dev.mediagen.webhook.WebhookScheme;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How a vendor sends news of itself, as data. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface Webhooks {
  /**
   * How its deliveries are signed; none when they are not, so that only the URL speaks for them.
   */
  Optional<WebhookScheme> scheme();

  /**
   * The settings that hold the secrets of the scheme, each of which may verify: the present one and
   * the one before. While none is configured, deliveries count as unsigned.
   */
  List<String> secrets();

  /** The call that gives the public keys of the scheme, as a JWK set; made without signing in. */
  Optional<HttpCall> keySet();

  /**
   * Where in the body the vendor's id of the job may stand, as JSON pointers; the first that fits.
   */
  List<String> jobIds();

  /** The field of the body with a challenge that must be sent back under the same name. */
  Optional<String> challenge();

  /** The status that the vendor takes for «got it». */
  @Value.Default
  default int okStatus() {
    return 200;
  }

  /** The body that the vendor wants with it. */
  @Value.Default
  default String okBody() {
    return "";
  }

  /** Deliveries that are not signed. */
  static Webhooks unsigned(String... jobIds) {
    return builder().jobIds(List.of(jobIds)).build();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Webhooks}. Not thread-safe. */
  class Builder extends ImmutableWebhooks.Builder {
    Builder() {}
  }
}
