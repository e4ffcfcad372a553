// SPDX-License-Identifier: Apache-2.0
/** Downloads: streamed, resumed, checked, and put into place as a whole. */
@NullMarked
package dev.mediagen.internal.download;

import org.jspecify.annotations.NullMarked;
