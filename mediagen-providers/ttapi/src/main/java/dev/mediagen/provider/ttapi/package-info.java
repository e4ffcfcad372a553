// SPDX-License-Identifier: Apache-2.0
/** The adapter for TT API, a reseller of Midjourney, which has no API of its own. */
@NullMarked
package dev.mediagen.provider.ttapi;

import org.jspecify.annotations.NullMarked;
