// SPDX-License-Identifier: Apache-2.0
/** The command line program {@code mediagen}: the whole library from a shell. */
@NullMarked
package dev.mediagen.examples.cli;

import org.jspecify.annotations.NullMarked;
