// SPDX-License-Identifier: Apache-2.0
/** The model that makes films. */
@NullMarked
package dev.mediagen.local.sketch.film;

import org.jspecify.annotations.NullMarked;
