// SPDX-License-Identifier: Apache-2.0
/** A program that is killed again and again, and what became of its jobs. */
@NullMarked
package dev.mediagen.benchmarks.kill;

import org.jspecify.annotations.NullMarked;
