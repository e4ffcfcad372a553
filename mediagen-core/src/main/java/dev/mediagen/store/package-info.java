// SPDX-License-Identifier: Apache-2.0
/** Where the names of jobs are kept, so that no paid job is lost with its process. */
@NullMarked
package dev.mediagen.store;

import org.jspecify.annotations.NullMarked;
