// SPDX-License-Identifier: Apache-2.0
/** The adapter for Recraft: raster and vector pictures, edits, and tools that need no prompt. */
@NullMarked
package dev.mediagen.provider.recraft;

import org.jspecify.annotations.NullMarked;
