// SPDX-License-Identifier: Apache-2.0
/** What receiving webhooks needs to remember: key sets, deliveries, addresses. */
@NullMarked
package dev.mediagen.internal.webhook;

import org.jspecify.annotations.NullMarked;
