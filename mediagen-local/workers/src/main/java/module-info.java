// SPDX-License-Identifier: Apache-2.0

/** The adapter for self-hosted workers that speak the worker protocol. */
module dev.mediagen.local.workers {
  requires dev.mediagen.core;
  requires static org.jspecify;

  provides dev.mediagen.spi.ProviderAdapter with
      dev.mediagen.local.workers.WorkerProvider;
}
