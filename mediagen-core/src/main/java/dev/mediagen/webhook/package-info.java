// SPDX-License-Identifier: Apache-2.0
/** News that vendors send by themselves, and how to know that they are theirs. */
@NullMarked
package dev.mediagen.webhook;

import org.jspecify.annotations.NullMarked;
