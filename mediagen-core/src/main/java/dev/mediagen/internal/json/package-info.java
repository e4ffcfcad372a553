// SPDX-License-Identifier: Apache-2.0
/** The JSON forms of the library's own values. */
@NullMarked
package dev.mediagen.internal.json;

import org.jspecify.annotations.NullMarked;
