// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

class PlainContractTest extends ProviderContract {
  PlainContractTest() {
    super(
        new RunwayProvider(),
        Replies.troubles(
            Life.of(
                    SpeechRequest.builder()
                        .model("runway/eleven_multilingual_v2")
                        .text("ahoy")
                        .voice("Maya")
                        .build())
                .submit("POST /v1/text_to_speech", Replies.accepted())
                .poll(Replies.POLL, Replies.life("s.mp3"))
                .with("GET /s.mp3", Reply.bytes(200, "audio/mpeg", Samples.mp3()))));
  }
}
