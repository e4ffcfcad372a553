// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.sketch;

import dev.mediagen.catalog.Catalog;
import dev.mediagen.spi.EmbeddedEndpoint;
import java.net.URI;

/**
 * Lets the sketch worker stand in for the provider {@code local} as long as no worker of one's own
 * is configured, so that {@code local/sketch-image} and its siblings work with nothing set up. They
 * sketch by rule and are no AI models.
 */
public final class SketchEndpoint implements EmbeddedEndpoint {
  /** For the service loader. */
  public SketchEndpoint() {}

  @Override
  public String provider() {
    return "local";
  }

  @Override
  public Catalog catalog() {
    return Catalog.load(SketchEndpoint.class);
  }

  @Override
  public Running start() {
    SketchWorker worker = SketchWorker.start();
    return new Running() {
      @Override
      public URI baseUrl() {
        return worker.baseUrl();
      }

      @Override
      public void close() {
        worker.close();
      }
    };
  }
}
