// SPDX-License-Identifier: Apache-2.0
/** The adapter for Runway: a path for each operation, one kind of task behind them all. */
@NullMarked
package dev.mediagen.provider.runway;

import org.jspecify.annotations.NullMarked;
