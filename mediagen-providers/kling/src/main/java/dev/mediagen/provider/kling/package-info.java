// SPDX-License-Identifier: Apache-2.0
/** The adapter for Kling: two generations of one API, side by side. */
@NullMarked
package dev.mediagen.provider.kling;

import org.jspecify.annotations.NullMarked;
