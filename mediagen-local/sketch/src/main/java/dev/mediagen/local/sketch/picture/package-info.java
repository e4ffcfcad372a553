// SPDX-License-Identifier: Apache-2.0
/** Models that make, change, enlarge and take apart pictures. */
@NullMarked
package dev.mediagen.local.sketch.picture;

import org.jspecify.annotations.NullMarked;
