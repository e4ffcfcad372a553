// SPDX-License-Identifier: Apache-2.0
/** The adapter for Vidu: videos, pictures, sounds and speech of its Enterprise API. */
@NullMarked
package dev.mediagen.provider.vidu;

import org.jspecify.annotations.NullMarked;
