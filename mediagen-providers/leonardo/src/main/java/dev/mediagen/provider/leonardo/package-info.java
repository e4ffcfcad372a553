// SPDX-License-Identifier: Apache-2.0
/** The adapter for Leonardo.Ai: one endpoint for the current models, several for the older ones. */
@NullMarked
package dev.mediagen.provider.leonardo;

import org.jspecify.annotations.NullMarked;
