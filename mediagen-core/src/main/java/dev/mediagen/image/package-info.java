// SPDX-License-Identifier: Apache-2.0
/** Pictures: request and result. */
@NullMarked
package dev.mediagen.image;

import org.jspecify.annotations.NullMarked;
