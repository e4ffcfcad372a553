// SPDX-License-Identifier: Apache-2.0
/** Music: request and result. */
@NullMarked
package dev.mediagen.music;

import org.jspecify.annotations.NullMarked;
