// SPDX-License-Identifier: Apache-2.0
/** The adapter for Luma: the Agents API, and the older Dream Machine API beside it. */
@NullMarked
package dev.mediagen.provider.luma;

import org.jspecify.annotations.NullMarked;
