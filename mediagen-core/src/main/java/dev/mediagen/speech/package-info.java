// SPDX-License-Identifier: Apache-2.0
/** Speech: request and result. */
@NullMarked
package dev.mediagen.speech;

import org.jspecify.annotations.NullMarked;
