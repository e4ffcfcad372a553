// SPDX-License-Identifier: Apache-2.0

/** The adapter for ElevenLabs. */
@NullMarked
package dev.mediagen.provider.elevenlabs;

import org.jspecify.annotations.NullMarked;
