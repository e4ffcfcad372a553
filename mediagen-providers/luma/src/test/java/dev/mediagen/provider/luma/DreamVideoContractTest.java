// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;

class DreamVideoContractTest extends ProviderContract {
  DreamVideoContractTest() {
    super(
        new LumaProvider(),
        Replies.dreamTroubles(
            Life.of(
                    VideoRequest.builder()
                        .model("luma/ray-2")
                        .prompt("a paper boat")
                        .resolution("720p")
                        .duration(Duration.ofSeconds(9))
                        .firstFrame(MediaSource.url("https://pics.example/a.jpg"))
                        .build())
                .submit("POST /dream-machine/v1/generations/video", Replies.dream("queued", "null"))
                .poll(Replies.DREAM_POLL, Replies.dreamLife("video", "v.mp4"))
                .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))));
  }
}
