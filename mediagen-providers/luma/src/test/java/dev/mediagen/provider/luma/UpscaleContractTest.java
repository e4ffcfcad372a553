// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.upscale.UpscaleRequest;

class UpscaleContractTest extends ProviderContract {
  UpscaleContractTest() {
    super(
        new LumaProvider(),
        Replies.dreamTroubles(
            Life.of(
                    UpscaleRequest.builder()
                        .model("luma/upscale_video")
                        .source(MediaSource.stored("g-1"))
                        .resolution("4k")
                        .build())
                .submit(
                    "POST /dream-machine/v1/generations/g-1/upscale",
                    Replies.dream("queued", "null"))
                .poll(Replies.DREAM_POLL, Replies.dreamLife("video", "v.mp4"))
                .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))));
  }
}
