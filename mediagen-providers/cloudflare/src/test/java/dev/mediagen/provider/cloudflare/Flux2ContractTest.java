// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Samples;

/** Multipart in, with the pictures numbered, base64 in JSON out. */
class Flux2ContractTest extends ProviderContract {
  Flux2ContractTest() {
    super(
        new CloudflareProvider(),
        Life.of(
                ImageRequest.builder()
                    .model("cloudflare/@cf/black-forest-labs/flux-2-klein-4b")
                    .prompt("put a hat on the fox")
                    .width(1024)
                    .height(1024)
                    .seed(42)
                    .source(MediaSource.bytes(Samples.png(), "image/png"))
                    .reference(Reference.of(MediaSource.bytes(Samples.png(), "image/png")))
                    .build())
            .submit(Replies.run("@cf/black-forest-labs/flux-2-klein-4b"), Replies.picture())
            .failed(Replies.refused(200, 1, "the model gave up"))
            .moderated(Replies.FILTERED)
            .unauthorized(Replies.UNAUTHORIZED)
            .limited(Replies.LIMITED));
  }
}
