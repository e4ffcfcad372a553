// SPDX-License-Identifier: Apache-2.0
/** Not for use outside this library; free to change. */
@NullMarked
package dev.mediagen.internal;

import org.jspecify.annotations.NullMarked;
