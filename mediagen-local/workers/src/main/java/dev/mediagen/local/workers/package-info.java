// SPDX-License-Identifier: Apache-2.0
/** The adapter for self-hosted workers: one's own GPUs behind a small, idempotent protocol. */
@NullMarked
package dev.mediagen.local.workers;

import org.jspecify.annotations.NullMarked;
