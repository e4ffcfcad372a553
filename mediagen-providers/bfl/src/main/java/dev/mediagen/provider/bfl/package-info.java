// SPDX-License-Identifier: Apache-2.0
/** The adapter for Black Forest Labs: all families of FLUX, and the tools around them. */
@NullMarked
package dev.mediagen.provider.bfl;

import org.jspecify.annotations.NullMarked;
