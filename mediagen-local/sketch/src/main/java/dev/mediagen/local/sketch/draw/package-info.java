// SPDX-License-Identifier: Apache-2.0
/** Landscapes from shapes, on pixels or as lines. */
@NullMarked
package dev.mediagen.local.sketch.draw;

import org.jspecify.annotations.NullMarked;
