// SPDX-License-Identifier: Apache-2.0
/** Keeps what a client sends to a vendor within limits: its own, the vendor's, and good sense. */
@NullMarked
package dev.mediagen.internal.limit;

import org.jspecify.annotations.NullMarked;
