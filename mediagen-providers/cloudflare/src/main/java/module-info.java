// SPDX-License-Identifier: Apache-2.0

/** The adapter for Cloudflare Workers AI. */
module dev.mediagen.provider.cloudflare {
  requires dev.mediagen.core;
  requires static org.jspecify;

  // The catalogue lies beside the adapter, and the core reads it.
  opens dev.mediagen.provider.cloudflare to
      dev.mediagen.core;

  provides dev.mediagen.spi.ProviderAdapter with
      dev.mediagen.provider.cloudflare.CloudflareProvider;
}
