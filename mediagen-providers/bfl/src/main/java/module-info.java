// SPDX-License-Identifier: Apache-2.0

/** The adapter for Black Forest Labs. */
module dev.mediagen.provider.bfl {
  requires dev.mediagen.core;
  requires static org.jspecify;

  // The catalogue lies beside the adapter, and the core reads it.
  opens dev.mediagen.provider.bfl to
      dev.mediagen.core;

  provides dev.mediagen.spi.ProviderAdapter with
      dev.mediagen.provider.bfl.BflProvider;
}
