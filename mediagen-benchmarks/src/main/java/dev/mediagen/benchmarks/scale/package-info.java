// SPDX-License-Identifier: Apache-2.0
/** Ten thousand jobs at once, beside the same calls made by hand. */
@NullMarked
package dev.mediagen.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
