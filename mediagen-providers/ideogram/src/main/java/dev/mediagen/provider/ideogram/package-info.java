// SPDX-License-Identifier: Apache-2.0
/** The adapter for Ideogram: jobs of the present API, and the older one that answers at once. */
@NullMarked
package dev.mediagen.provider.ideogram;

import org.jspecify.annotations.NullMarked;
