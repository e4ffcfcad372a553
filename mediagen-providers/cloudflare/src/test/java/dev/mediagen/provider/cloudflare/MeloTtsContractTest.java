// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Samples;

/** The text under the name of a prompt, sound out as base64 in JSON. */
class MeloTtsContractTest extends ProviderContract {
  MeloTtsContractTest() {
    super(
        new CloudflareProvider(),
        Life.of(
                SpeechRequest.builder()
                    .model("cloudflare/@cf/myshell-ai/melotts")
                    .text("Bonjour.")
                    .language("fr")
                    .build())
            .submit(
                Replies.run("@cf/myshell-ai/melotts"),
                Replies.result("{\"audio\":\"" + Replies.base64(Samples.mp3()) + "\"}"))
            .failed(Replies.refused(200, 1, "the model gave up"))
            .moderated(Replies.FILTERED)
            .unauthorized(Replies.UNAUTHORIZED)
            .limited(Replies.LIMITED));
  }
}
