// SPDX-License-Identifier: Apache-2.0
/**
 * The adapter contract: what those implement who teach mediagen a new vendor. Start at {@link
 * dev.mediagen.spi.ProviderAdapter}.
 */
@NullMarked
package dev.mediagen.spi;

import org.jspecify.annotations.NullMarked;
