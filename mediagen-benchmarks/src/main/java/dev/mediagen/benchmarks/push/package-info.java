// SPDX-License-Identifier: Apache-2.0
/** How late the library knows of what vendors tell by themselves, and how often it asks besides. */
@NullMarked
package dev.mediagen.benchmarks.push;

import org.jspecify.annotations.NullMarked;
