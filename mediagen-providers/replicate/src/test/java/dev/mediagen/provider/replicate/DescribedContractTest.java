// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

class DescribedContractTest extends ProviderContract {
  DescribedContractTest() {
    super(
        new ReplicateProvider(),
        Replies.troubles(
            Life.of(
                    ImageRequest.builder()
                        .model("replicate/acme/painter")
                        .prompt("a lighthouse")
                        .guidance(4.0)
                        .steps(9)
                        .build())
                .with("GET /v1/models/acme/painter", Reply.json(Schemas.painter()))
                .submit("POST /v1/predictions", Replies.prediction(201, "starting", ""))
                .poll(Replies.POLL, Replies.life("'{cdn}/0.png'"))
                .with("GET /0.png", Reply.png())));
  }
}
