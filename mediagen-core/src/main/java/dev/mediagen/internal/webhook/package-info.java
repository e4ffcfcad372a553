// SPDX-License-Identifier: Apache-2.0
/** What checking webhooks needs to remember: the vendors' keys, and what came already. */
@NullMarked
package dev.mediagen.internal.webhook;

import org.jspecify.annotations.NullMarked;
