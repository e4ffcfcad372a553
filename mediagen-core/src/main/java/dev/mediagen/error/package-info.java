// SPDX-License-Identifier: Apache-2.0
/** What goes wrong, and what to do about it. */
@NullMarked
package dev.mediagen.error;

import org.jspecify.annotations.NullMarked;
