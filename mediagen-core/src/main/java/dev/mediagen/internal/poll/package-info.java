// SPDX-License-Identifier: Apache-2.0
/** When a vendor is asked about a job next: learned for each model from the jobs that were seen. */
@NullMarked
package dev.mediagen.internal.poll;

import org.jspecify.annotations.NullMarked;
