// SPDX-License-Identifier: Apache-2.0
/** Segmentation: request and result. */
@NullMarked
package dev.mediagen.segment;

import org.jspecify.annotations.NullMarked;
