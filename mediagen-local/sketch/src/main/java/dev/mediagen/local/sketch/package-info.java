// SPDX-License-Identifier: Apache-2.0
/** A worker inside the process that makes real files by rule, for use without any model. */
@NullMarked
package dev.mediagen.local.sketch;

import org.jspecify.annotations.NullMarked;
