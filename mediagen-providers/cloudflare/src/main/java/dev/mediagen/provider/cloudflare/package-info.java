// SPDX-License-Identifier: Apache-2.0
/** The adapter for Cloudflare Workers AI: many models behind one call, which answers at once. */
@NullMarked
package dev.mediagen.provider.cloudflare;

import org.jspecify.annotations.NullMarked;
