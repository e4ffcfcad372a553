// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import dev.mediagen.MediaSource;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

/** The picture goes as base64, the mask, for which there is no such field, as numbers. */
class InpaintingContractTest extends ProviderContract {
  InpaintingContractTest() {
    super(
        new CloudflareProvider(),
        Life.of(
                ImageRequest.builder()
                    .model("cloudflare/@cf/runwayml/stable-diffusion-v1-5-inpainting")
                    .prompt("a hat")
                    .strength(0.8)
                    .source(MediaSource.bytes(Samples.png(), "image/png"))
                    .mask(MediaSource.bytes(Samples.png(), "image/png"))
                    .build())
            .submit(Replies.run("@cf/runwayml/stable-diffusion-v1-5-inpainting"), Reply.png())
            .failed(Replies.refused(200, 1, "the picture and the mask differ in size"))
            .moderated(Replies.FILTERED)
            .unauthorized(Replies.UNAUTHORIZED)
            .limited(Replies.LIMITED));
  }
}
