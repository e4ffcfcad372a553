// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

class DreamImageContractTest extends ProviderContract {
  DreamImageContractTest() {
    super(
        new LumaProvider(),
        Replies.dreamTroubles(
            Life.of(
                    ImageRequest.builder()
                        .model("luma/photon-1")
                        .prompt("a red leaf")
                        .aspectRatio("3:4")
                        .outputFormat("png")
                        .build())
                .submit("POST /dream-machine/v1/generations/image", Replies.dream("queued", "null"))
                .poll(Replies.DREAM_POLL, Replies.dreamLife("image", "i.png"))
                .with("GET /i.png", Reply.png())));
  }
}
