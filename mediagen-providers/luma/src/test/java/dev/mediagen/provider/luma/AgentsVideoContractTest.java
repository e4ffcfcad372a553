// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;

class AgentsVideoContractTest extends ProviderContract {
  AgentsVideoContractTest() {
    super(
        new LumaProvider(),
        Replies.agentsTroubles(
            Life.of(
                    VideoRequest.builder()
                        .model("luma/ray-3.2")
                        .prompt("a paper boat")
                        .aspectRatio("16:9")
                        .resolution("720p")
                        .duration(Duration.ofSeconds(5))
                        .firstFrame(MediaSource.url("https://pics.example/a.jpg"))
                        .lastFrame(MediaSource.bytes(Samples.png(), "image/png"))
                        .build())
                .submit("POST /v1/generations", Replies.agents("queued", ",'output':null"))
                .poll(Replies.AGENTS_POLL, Replies.agentsLife("video", "v.mp4"))
                .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))));
  }
}
