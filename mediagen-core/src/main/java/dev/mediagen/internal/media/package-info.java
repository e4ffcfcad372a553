// SPDX-License-Identifier: Apache-2.0
/** Bytes and media types. */
@NullMarked
package dev.mediagen.internal.media;

import org.jspecify.annotations.NullMarked;
