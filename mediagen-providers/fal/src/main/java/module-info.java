// SPDX-License-Identifier: Apache-2.0

/** The adapter for fal. */
module dev.mediagen.provider.fal {
  requires dev.mediagen.core;
  requires static org.jspecify;

  provides dev.mediagen.spi.ProviderAdapter with
      dev.mediagen.provider.fal.FalProvider;
}
