// SPDX-License-Identifier: Apache-2.0
/** Videos: request and result. */
@NullMarked
package dev.mediagen.video;

import org.jspecify.annotations.NullMarked;
