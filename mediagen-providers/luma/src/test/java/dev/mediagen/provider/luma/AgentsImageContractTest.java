// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.luma;

import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

class AgentsImageContractTest extends ProviderContract {
  AgentsImageContractTest() {
    super(
        new LumaProvider(),
        Replies.agentsTroubles(
            Life.of(ImageRequest.builder().model("luma/uni-1").prompt("a red leaf").build())
                .submit("POST /v1/generations", Replies.agents("queued", ",'output':null"))
                .poll(Replies.AGENTS_POLL, Replies.agentsLife("image", "i.png"))
                .with("GET /i.png", Reply.png())));
  }
}
