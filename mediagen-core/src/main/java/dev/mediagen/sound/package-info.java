// SPDX-License-Identifier: Apache-2.0
/** Sound effects: request and result. */
@NullMarked
package dev.mediagen.sound;

import org.jspecify.annotations.NullMarked;
