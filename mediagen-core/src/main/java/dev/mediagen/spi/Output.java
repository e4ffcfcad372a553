// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import dev.mediagen.internal.ImmutableStyle;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One output, as a reply describes it: at a URL (a data URI too), or as bytes. Immutable. */
@Value.Immutable
@ImmutableStyle
public interface Output {
  /** What it is: image, video, audio, mask, text, model, thumbnail. */
  String role();

  /** Where it is; relative to the provider's base URL when it has no host. */
  Optional<URI> url();

  /** Its bytes, when the reply had them. */
  Optional<Blob> blob();

  /** The media type, where the vendor says it; else it is found from the bytes. */
  Optional<String> mediaType();

  /** The size in bytes. */
  Optional<Long> size();

  /** The width in pixels. */
  Optional<Integer> width();

  /** The height in pixels. */
  Optional<Integer> height();

  /** How long it plays. */
  Optional<Duration> duration();

  /** The seed that was used. */
  Optional<Long> seed();

  /** The SHA-256 in lower-case hex, where the vendor declares it. */
  Optional<String> sha256();

  /** The vendor's id of the output. */
  Optional<String> id();

  /** When it will be gone. */
  Optional<Instant> expiresAt();

  /** An output at a URL, as the vendor writes it: characters that no URL may have are encoded. */
  static Builder url(String role, String url) {
    return builder().role(role).url(VendorUrl.read(url));
  }

  /** An output whose bytes are there. */
  static Builder bytes(String role, Blob blob) {
    return builder().role(role).blob(blob);
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Output}. Not thread-safe. */
  class Builder extends ImmutableOutput.Builder {
    Builder() {}
  }
}
