// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;

class OfficialContractTest extends ProviderContract {
  OfficialContractTest() {
    super(
        new ReplicateProvider(),
        Replies.troubles(
            Life.of(
                    VideoRequest.builder()
                        .model("replicate/google/veo-3.1")
                        .prompt("waves")
                        .negativePrompt("text")
                        .seed(42L)
                        .aspectRatio("16:9")
                        .resolution("1080p")
                        .duration(Duration.ofSeconds(8))
                        .audio(true)
                        .firstFrame(MediaSource.url("https://example.org/first.png"))
                        .lastFrame(MediaSource.url("https://example.org/last.png"))
                        .option("Cancel-After", "20m")
                        .build())
                .submit(
                    "POST /v1/models/google/veo-3.1/predictions",
                    Replies.prediction(201, "starting", ""))
                .poll(Replies.POLL, Replies.life("'{cdn}/v.mp4'"))
                .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))));
  }
}
