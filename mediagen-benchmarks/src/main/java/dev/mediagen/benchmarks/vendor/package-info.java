// SPDX-License-Identifier: Apache-2.0
/** A vendor that runs on this machine, and the adapter for it. */
@NullMarked
package dev.mediagen.benchmarks.vendor;

import org.jspecify.annotations.NullMarked;
