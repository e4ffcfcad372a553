// SPDX-License-Identifier: Apache-2.0
/** The adapter for fal: some thousand endpoints behind one queue. */
@NullMarked
package dev.mediagen.provider.fal;

import org.jspecify.annotations.NullMarked;
