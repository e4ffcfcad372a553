// SPDX-License-Identifier: Apache-2.0
/** Speech to text: request and result. */
@NullMarked
package dev.mediagen.transcript;

import org.jspecify.annotations.NullMarked;
