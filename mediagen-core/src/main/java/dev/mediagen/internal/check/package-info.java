// SPDX-License-Identifier: Apache-2.0
/** Holds requests against what is known of models, and puts them into vendors' fields. */
@NullMarked
package dev.mediagen.internal.check;

import org.jspecify.annotations.NullMarked;
