// SPDX-License-Identifier: Apache-2.0
/** The adapter for Replicate: one call for every model, whose own schema says what it takes. */
@NullMarked
package dev.mediagen.provider.replicate;

import org.jspecify.annotations.NullMarked;
