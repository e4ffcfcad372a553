// SPDX-License-Identifier: Apache-2.0
/** How fast outputs reach the disk, beside a bare copy of the same bytes. */
@NullMarked
package dev.mediagen.benchmarks.bytes;

import org.jspecify.annotations.NullMarked;
