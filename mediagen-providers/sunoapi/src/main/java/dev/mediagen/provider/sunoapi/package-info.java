// SPDX-License-Identifier: Apache-2.0
/** The adapter for sunoapi.org, an unofficial way to Suno's music. */
@NullMarked
package dev.mediagen.provider.sunoapi;

import org.jspecify.annotations.NullMarked;
