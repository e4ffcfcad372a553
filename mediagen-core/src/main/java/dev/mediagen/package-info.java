// SPDX-License-Identifier: Apache-2.0
/**
 * The client and the words everybody uses: models, jobs, sources, assets. Start at {@link
 * dev.mediagen.MediaClient}.
 */
@NullMarked
package dev.mediagen;

import org.jspecify.annotations.NullMarked;
