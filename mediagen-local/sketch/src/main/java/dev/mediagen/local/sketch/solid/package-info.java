// SPDX-License-Identifier: Apache-2.0
/** The model that makes bodies. */
@NullMarked
package dev.mediagen.local.sketch.solid;

import org.jspecify.annotations.NullMarked;
