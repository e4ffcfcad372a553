// SPDX-License-Identifier: Apache-2.0
/** What a model of the worker is: its fields, its input, its work and what comes of it. */
@NullMarked
package dev.mediagen.local.sketch.model;

import org.jspecify.annotations.NullMarked;
