// SPDX-License-Identifier: Apache-2.0

/** The adapter for Replicate. */
module dev.mediagen.provider.replicate {
  requires dev.mediagen.core;
  requires static org.jspecify;

  // The catalogue lies beside the adapter, and the core reads it.
  opens dev.mediagen.provider.replicate to
      dev.mediagen.core;

  provides dev.mediagen.spi.ProviderAdapter with
      dev.mediagen.provider.replicate.ReplicateProvider;
}
