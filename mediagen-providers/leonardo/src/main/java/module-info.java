// SPDX-License-Identifier: Apache-2.0

/** The adapter for Leonardo.Ai. */
module dev.mediagen.provider.leonardo {
  requires dev.mediagen.core;
  requires static org.jspecify;

  // The catalogue lies beside the adapter, and the core reads it.
  opens dev.mediagen.provider.leonardo to
      dev.mediagen.core;

  provides dev.mediagen.spi.ProviderAdapter with
      dev.mediagen.provider.leonardo.LeonardoProvider;
}
