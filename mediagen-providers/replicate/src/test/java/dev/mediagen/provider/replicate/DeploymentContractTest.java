// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

class DeploymentContractTest extends ProviderContract {
  DeploymentContractTest() {
    super(
        new ReplicateProvider(),
        Replies.troubles(
            Life.of(
                    ImageRequest.builder()
                        .model("replicate/deployments/acme/painter")
                        .prompt("a lighthouse")
                        .seed(7L)
                        .build())
                .submit(
                    "POST /v1/deployments/acme/painter/predictions",
                    Replies.prediction(202, "starting", ""))
                .poll(Replies.POLL, Replies.life("['{cdn}/0.png','{cdn}/1.png']"))
                .with("GET /0.png", Reply.png())
                .with("GET /1.png", Reply.png())));
  }
}
