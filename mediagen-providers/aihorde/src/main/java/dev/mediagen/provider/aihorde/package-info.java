// SPDX-License-Identifier: Apache-2.0
/** The adapter for AI Horde, where volunteers lend their GPUs. */
@NullMarked
package dev.mediagen.provider.aihorde;

import org.jspecify.annotations.NullMarked;
