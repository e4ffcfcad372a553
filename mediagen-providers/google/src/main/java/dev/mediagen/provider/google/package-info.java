// SPDX-License-Identifier: Apache-2.0
/** The adapter for Google: the Gemini API with its two protocols, and Vertex AI with two more. */
@NullMarked
package dev.mediagen.provider.google;

import org.jspecify.annotations.NullMarked;
