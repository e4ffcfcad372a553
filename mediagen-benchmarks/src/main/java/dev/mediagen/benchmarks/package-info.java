// SPDX-License-Identifier: Apache-2.0
/** Programs that measure the library, each in JVMs of its own. */
@NullMarked
package dev.mediagen.benchmarks;

import org.jspecify.annotations.NullMarked;
