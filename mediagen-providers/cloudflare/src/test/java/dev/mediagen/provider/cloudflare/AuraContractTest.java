// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

/** Text in, sound out as the body. */
class AuraContractTest extends ProviderContract {
  private static final String ROUTE = Replies.run("@cf/deepgram/aura-2-en");

  AuraContractTest() {
    super(
        new CloudflareProvider(),
        Life.of(
                SpeechRequest.builder()
                    .model("cloudflare/@cf/deepgram/aura-2-en")
                    .text("Good morning.")
                    .voice("luna")
                    .language("en")
                    .outputFormat("wav")
                    .option("sample_rate", 24000)
                    .build())
            .submit(ROUTE, Reply.bytes(200, "audio/wav", Samples.wav()))
            .failed(
                ROUTE,
                Replies.refused(413, 3006, "Request is too large"),
                ErrorKind.INVALID_REQUEST)
            .moderated(Replies.FILTERED)
            .unauthorized(Replies.UNAUTHORIZED)
            .limited(Replies.LIMITED));
  }
}
