// SPDX-License-Identifier: Apache-2.0

/** The adapter for self-hosted workers that speak the worker protocol. */
module dev.mediagen.local.workers {
  requires dev.mediagen.core;
  requires static org.jspecify;

  // The catalogue lies beside the adapter, and the core reads it.
  opens dev.mediagen.local.workers to
      dev.mediagen.core;

  provides dev.mediagen.spi.ProviderAdapter with
      dev.mediagen.local.workers.WorkerProvider;
}
