// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;

/** JSON in, base64 in JSON out. */
class FluxSchnellContractTest extends ProviderContract {
  private static final String ROUTE = Replies.run("@cf/black-forest-labs/flux-1-schnell");

  FluxSchnellContractTest() {
    super(
        new CloudflareProvider(),
        Life.of(
                ImageRequest.builder()
                    .model("cloudflare/@cf/black-forest-labs/flux-1-schnell")
                    .prompt("a red fox in snow")
                    .steps(6)
                    .seed(42)
                    .build())
            .submit(ROUTE, Replies.picture())
            .failed(
                ROUTE,
                Replies.refused(429, 3036, "you have used up your daily free allocation"),
                ErrorKind.INSUFFICIENT_CREDITS)
            .moderated(Replies.FILTERED)
            .unauthorized(Replies.UNAUTHORIZED)
            .limited(Replies.LIMITED));
  }
}
