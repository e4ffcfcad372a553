// SPDX-License-Identifier: Apache-2.0
/** Three-dimensional models: request and result. */
@NullMarked
package dev.mediagen.model3d;

import org.jspecify.annotations.NullMarked;
