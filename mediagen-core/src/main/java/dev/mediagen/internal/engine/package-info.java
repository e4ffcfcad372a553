// SPDX-License-Identifier: Apache-2.0
/** Leads requests through their stations and follows jobs. */
@NullMarked
package dev.mediagen.internal.engine;

import org.jspecify.annotations.NullMarked;
