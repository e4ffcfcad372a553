// SPDX-License-Identifier: Apache-2.0

/** The adapter for OpenAI. */
module dev.mediagen.provider.openai {
  requires dev.mediagen.core;

  // The catalogue lies beside the adapter, and the core reads it.
  opens dev.mediagen.provider.openai to
      dev.mediagen.core;

  provides dev.mediagen.spi.ProviderAdapter with
      dev.mediagen.provider.openai.OpenAiProvider;
}
