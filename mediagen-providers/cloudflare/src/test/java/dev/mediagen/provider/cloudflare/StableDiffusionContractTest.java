// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

/** JSON in, the picture itself out; errors are JSON all the same. */
class StableDiffusionContractTest extends ProviderContract {
  private static final String ROUTE = Replies.run("@cf/stabilityai/stable-diffusion-xl-base-1.0");

  StableDiffusionContractTest() {
    super(
        new CloudflareProvider(),
        Life.of(
                ImageRequest.builder()
                    .model("cloudflare/@cf/stabilityai/stable-diffusion-xl-base-1.0")
                    .prompt("a red fox")
                    .negativePrompt("blurry")
                    .width(1024)
                    .height(768)
                    .steps(20)
                    .guidance(7.5)
                    .seed(42)
                    .build())
            .submit(ROUTE, Reply.png())
            .failed(
                ROUTE,
                Replies.refused(400, 5004, "Type mismatch of '/width'"),
                ErrorKind.INVALID_REQUEST)
            .moderated(Replies.FILTERED)
            .unauthorized(Replies.UNAUTHORIZED)
            .limited(Replies.LIMITED));
  }
}
