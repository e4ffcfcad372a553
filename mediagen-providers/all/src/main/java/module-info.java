// SPDX-License-Identifier: Apache-2.0

/** All adapters for vendors in one dependency. */
@SuppressWarnings("module") // the names of adapters end as their vendors do
module dev.mediagen.provider.all {
  requires dev.mediagen.provider.cloudflare;
  requires dev.mediagen.provider.fal;
  requires dev.mediagen.provider.openai;
}
