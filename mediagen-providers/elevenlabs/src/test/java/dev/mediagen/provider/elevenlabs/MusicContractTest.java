// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import dev.mediagen.music.MusicRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import java.time.Duration;

/** Words that are sung. */
class MusicContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/music";

  MusicContractTest() {
    super(
        new ElevenLabsProvider(),
        Replies.usual(
            Life.of(
                    MusicRequest.builder()
                        .model("elevenlabs/music_v2_5")
                        .lyrics("[Verse 1]\nA boat")
                        .prompt("calm")
                        .style("jazz")
                        .negativePrompt("metal")
                        .duration(Duration.ofSeconds(30))
                        .seed(7L)
                        .build())
                .submit(
                    ROUTE, Reply.bytes(200, "audio/mpeg", Samples.mp3()).header("song-id", "s1")),
            ROUTE));
  }
}
