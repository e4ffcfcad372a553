// SPDX-License-Identifier: Apache-2.0

/** The adapter for Cloudflare Workers AI. */
module dev.mediagen.provider.cloudflare {
  requires dev.mediagen.core;
  requires static org.jspecify;

  provides dev.mediagen.spi.ProviderAdapter with
      dev.mediagen.provider.cloudflare.CloudflareProvider;
}
