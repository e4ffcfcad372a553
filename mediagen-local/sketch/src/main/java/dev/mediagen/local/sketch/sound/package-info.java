// SPDX-License-Identifier: Apache-2.0
/** Models that make music and sounds. */
@NullMarked
package dev.mediagen.local.sketch.sound;

import org.jspecify.annotations.NullMarked;
