// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import java.util.List;

class PictureContractTest extends ProviderContract {
  PictureContractTest() {
    super(
        new RunwayProvider(),
        Replies.troubles(
            Life.of(
                    ImageRequest.builder()
                        .model("runway/gen4_image")
                        .prompt("@boat at sea")
                        .width(1920)
                        .height(1080)
                        .seed(7L)
                        .reference(Reference.of(MediaSource.url("https://pics.example/boat.png")))
                        .option("tags", List.of("boat"))
                        .build())
                .submit("POST /v1/text_to_image", Replies.accepted())
                .poll(Replies.POLL, Replies.life("p.png"))
                .with("GET /p.png", Reply.png())));
  }
}
