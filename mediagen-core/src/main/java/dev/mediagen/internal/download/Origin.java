// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.internal.download;

import dev.mediagen.internal.http.Provider;
import dev.mediagen.spi.Output;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Where an output lies: the URL that was given for it first, or last. Thread-safe. */
final class Origin {
  private final Provider provider;
  private final Optional<Again> again;
  private volatile Output output;

  Origin(Provider provider, Output output, Optional<Again> again) {
    this.provider = provider;
    this.output = output;
    this.again = again;
  }

  /** The URL; what has no host is below the provider's base URL. */
  URI url() {
    return absolute(provider, output.url().orElseThrow());
  }

  static URI absolute(Provider provider, URI url) {
    return url.isAbsolute() ? url : URI.create(provider.baseUrl("") + "/").resolve(url);
  }

  /** Whether the vendor said that the URL no longer works. */
  boolean isPast(Instant now) {
    return output.expiresAt().filter(now::isAfter).isPresent();
  }

  /** Whether the vendor can be asked for another URL. */
  boolean renewable() {
    return again.isPresent();
  }

  /**
   * Asks the vendor for the output's URL of now. Blocks.
   *
   * @return whether there is one
   * @throws ExecutionException when the vendor could not be asked
   */
  boolean renew() throws ExecutionException, InterruptedIOException {
    if (again.isEmpty()) {
      return false;
    }
    List<Output> outputs;
    try {
      outputs = again.get().outputs().get().get();
    } catch (RuntimeException e) {
      throw new ExecutionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while asking for another URL");
    }
    int position = again.get().position();
    if (position >= outputs.size() || outputs.get(position).url().isEmpty()) {
      return false;
    }
    output = outputs.get(position);
    return true;
  }
}
