// SPDX-License-Identifier: Apache-2.0
/** The worker protocol over HTTP: jobs, files and what the worker tells of itself. */
@NullMarked
package dev.mediagen.local.sketch.server;

import org.jspecify.annotations.NullMarked;
