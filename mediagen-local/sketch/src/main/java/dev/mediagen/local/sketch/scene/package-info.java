// SPDX-License-Identifier: Apache-2.0
/** What the words of a prompt ask for: subjects, light, weather and colours. */
@NullMarked
package dev.mediagen.local.sketch.scene;

import org.jspecify.annotations.NullMarked;
