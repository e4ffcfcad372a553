// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;

class VideoContractTest extends ProviderContract {
  VideoContractTest() {
    super(
        new RunwayProvider(),
        Replies.troubles(
            Life.of(
                    VideoRequest.builder()
                        .model("runway/gen4.5")
                        .prompt("a paper boat")
                        .aspectRatio("16:9")
                        .duration(Duration.ofSeconds(5))
                        .seed(42L)
                        .firstFrame(MediaSource.url("https://pics.example/boat.png"))
                        .build())
                .submit("POST /v1/image_to_video", Replies.accepted())
                .poll(Replies.POLL, Replies.life("v.mp4"))
                .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))));
  }
}
