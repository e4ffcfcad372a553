// SPDX-License-Identifier: Apache-2.0
/**
 * For tests of adapters, and of programs that use mediagen: a vendor that follows a script, a clock
 * that is turned by hand, the contract that every adapter keeps.
 */
@NullMarked
package dev.mediagen.testkit;

import org.jspecify.annotations.NullMarked;
