// SPDX-License-Identifier: Apache-2.0
/** What polls cost and how late they are, by the plans of this library and by others. */
@NullMarked
package dev.mediagen.benchmarks.polling;

import org.jspecify.annotations.NullMarked;
