// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.spi;

import dev.mediagen.catalog.Catalog;
import java.net.URI;

/**
 * A server that lives inside the process and stands in for a provider when no base URL is
 * configured. Found by {@link java.util.ServiceLoader}; started on first use, closed with the
 * client.
 */
public interface EmbeddedEndpoint {
  /** The provider it serves, for example {@code local}. */
  String provider();

  /** The models it offers. */
  Catalog catalog();

  /** Starts the server on loopback. */
  Running start();

  /** A server that runs. */
  interface Running extends AutoCloseable {
    /** Where it listens. */
    URI baseUrl();

    /** Stops it; jobs that still run are lost. */
    @Override
    void close();
  }
}
