// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

class GenerationContractTest extends ProviderContract {
  private static final String SUBMIT = "POST /api/rest/v2/generations";

  GenerationContractTest() {
    super(
        new LeonardoProvider(),
        Replies.generated(
            Life.of(
                    ImageRequest.builder()
                        .model("leonardo/gpt-image-2")
                        .prompt("a paper boat")
                        .width(1024)
                        .height(1024)
                        .quality("medium")
                        .seed(1L)
                        .build())
                .submit(
                    SUBMIT,
                    Replies.json(
                        "{'generate':{'generationId':'g1','cost':{'amount':'0.0425','unit':'DOLLARS'}}}"))
                .poll(
                    Replies.POLL,
                    Replies.generation("PENDING", ""),
                    Replies.generation("COMPLETE", Replies.picture()))
                .with("GET /p.png", Reply.png()),
            SUBMIT));
  }
}
