// SPDX-License-Identifier: Apache-2.0
/** Calls: signing, sending, reading, masking. */
@NullMarked
package dev.mediagen.internal.http;

import org.jspecify.annotations.NullMarked;
