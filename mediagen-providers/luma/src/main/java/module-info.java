// SPDX-License-Identifier: Apache-2.0

/** The adapter for Luma. */
module dev.mediagen.provider.luma {
  requires dev.mediagen.core;
  requires static org.jspecify;

  // The catalogue lies beside the adapter, and the core reads it.
  opens dev.mediagen.provider.luma to
      dev.mediagen.core;

  provides dev.mediagen.spi.ProviderAdapter with
      dev.mediagen.provider.luma.LumaProvider;
}
