// SPDX-License-Identifier: Apache-2.0

/** The adapter for Runway. */
module dev.mediagen.provider.runway {
  requires dev.mediagen.core;
  requires static org.jspecify;

  // The catalogue lies beside the adapter, and the core reads it.
  opens dev.mediagen.provider.runway to
      dev.mediagen.core;

  provides dev.mediagen.spi.ProviderAdapter with
      dev.mediagen.provider.runway.RunwayProvider;
}
