// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import dev.mediagen.MediaSource;
import dev.mediagen.sound.SoundRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

/** A recording by another voice. */
class VoiceContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/speech-to-speech/v1";

  VoiceContractTest() {
    super(
        new ElevenLabsProvider(),
        Replies.usual(
            Life.of(
                    SoundRequest.builder()
                        .model("elevenlabs/eleven_multilingual_sts_v2")
                        .source(MediaSource.bytes(Samples.wav(), "audio/wav"))
                        .seed(7L)
                        .option("voice_id", "v1")
                        .option("stability", 0.5)
                        .option("remove_background_noise", true)
                        .build())
                .submit(
                    ROUTE,
                    Reply.bytes(200, "audio/mpeg", Samples.mp3())
                        .header("request-id", "r1")
                        .header("character-cost", "15")),
            ROUTE));
  }
}
