// SPDX-License-Identifier: Apache-2.0
/** OpenAI: pictures, speech, transcripts, and videos at servers that speak its language. */
@NullMarked
package dev.mediagen.provider.openai;

import org.jspecify.annotations.NullMarked;
