// SPDX-License-Identifier: Apache-2.0
/** Upscaling: request and result. */
@NullMarked
package dev.mediagen.upscale;

import org.jspecify.annotations.NullMarked;
