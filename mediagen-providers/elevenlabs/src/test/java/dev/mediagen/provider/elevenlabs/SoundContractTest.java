// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import dev.mediagen.sound.SoundRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import java.time.Duration;

/** A sound for a text. */
class SoundContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/sound-generation";

  SoundContractTest() {
    super(
        new ElevenLabsProvider(),
        Replies.usual(
            Life.of(
                    SoundRequest.builder()
                        .model("elevenlabs/eleven_text_to_sound_v2")
                        .prompt("gulls")
                        .duration(Duration.ofMillis(2500))
                        .loop(true)
                        .guidance(0.5)
                        .outputFormat("mp3_44100_64")
                        .build())
                .submit(
                    ROUTE,
                    Reply.bytes(200, "audio/mpeg", Samples.mp3())
                        .header("request-id", "r1")
                        .header("character-cost", "15")),
            ROUTE));
  }
}
