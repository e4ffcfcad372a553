// SPDX-License-Identifier: Apache-2.0

/** The adapter for sunoapi.org. */
module dev.mediagen.provider.sunoapi {
  requires dev.mediagen.core;
  requires static org.jspecify;

  // The catalogue lies beside the adapter, and the core reads it.
  opens dev.mediagen.provider.sunoapi to
      dev.mediagen.core;

  provides dev.mediagen.spi.ProviderAdapter with
      dev.mediagen.provider.sunoapi.SunoApiProvider;
}
