// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import dev.mediagen.MediaSource;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

/** A picture of an older model, made of one that is uploaded first. */
class LegacyContractTest extends ProviderContract {
  private static final String SUBMIT = "POST /api/rest/v1/generations";

  LegacyContractTest() {
    super(
        new LeonardoProvider(),
        Replies.generated(
            Life.of(
                    ImageRequest.builder()
                        .model("leonardo/b24e16ff-06e3-43eb-8d33-4416c2d75876")
                        .prompt("a paper boat")
                        .source(MediaSource.bytes(Samples.png(), "image/png"))
                        .strength(0.3)
                        .build())
                .with("POST /api/rest/v1/init-image", Replies.place())
                .with("POST /put", Reply.empty(204))
                .submit(
                    SUBMIT,
                    Replies.json(
                        "{'sdGenerationJob':{'generationId':'g1','apiCreditCost':11,"
                            + "'cost':{'amount':'11','unit':'CREDITS'}}}"))
                .poll(
                    Replies.POLL,
                    Replies.generation("PENDING", ""),
                    Replies.generation("COMPLETE", Replies.picture()))
                .with("GET /p.png", Reply.png()),
            SUBMIT));
  }
}
