// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;

class AudioContractTest extends ProviderContract {
  AudioContractTest() {
    super(
        new LumaProvider(),
        Replies.dreamTroubles(
            Life.of(
                    VideoRequest.builder()
                        .model("luma/add_audio")
                        .source(MediaSource.stored("g-1"))
                        .prompt("gulls")
                        .build())
                .submit(
                    "POST /dream-machine/v1/generations/g-1/audio", Replies.dream("queued", "null"))
                .poll(Replies.DREAM_POLL, Replies.dreamLife("video", "v.mp4"))
                .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))));
  }
}
