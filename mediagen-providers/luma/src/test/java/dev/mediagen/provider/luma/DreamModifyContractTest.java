// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;

class DreamModifyContractTest extends ProviderContract {
  DreamModifyContractTest() {
    super(
        new LumaProvider(),
        Replies.dreamTroubles(
            Life.of(
                    VideoRequest.builder()
                        .model("luma/ray-2")
                        .source(MediaSource.url("https://pics.example/a.mp4"))
                        .prompt("at night")
                        .option("mode", "flex_2")
                        .build())
                .submit(
                    "POST /dream-machine/v1/generations/video/modify",
                    Replies.dream("queued", "null"))
                .poll(Replies.DREAM_POLL, Replies.dreamLife("video", "v.mp4"))
                .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))));
  }
}
