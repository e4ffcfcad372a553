// SPDX-License-Identifier: Apache-2.0
/** Models that read text aloud and give it back. */
@NullMarked
package dev.mediagen.local.sketch.speech;

import org.jspecify.annotations.NullMarked;
