// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

/** A recording for a text. */
class SpeechContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/text-to-speech/v1";

  SpeechContractTest() {
    super(
        new ElevenLabsProvider(),
        Replies.usual(
            Life.of(
                    SpeechRequest.builder()
                        .model("elevenlabs/eleven_v3")
                        .text("The kite is up.")
                        .voice("v1")
                        .language("en-GB")
                        .speed(1.1)
                        .seed(7L)
                        .outputFormat("mp3")
                        .option("stability", 0.5)
                        .build())
                .submit(
                    ROUTE,
                    Reply.bytes(200, "audio/mpeg", Samples.mp3())
                        .header("request-id", "r1")
                        .header("character-cost", "15")),
            ROUTE));
  }
}
