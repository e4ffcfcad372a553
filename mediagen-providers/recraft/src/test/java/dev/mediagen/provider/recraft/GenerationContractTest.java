// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.recraft;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import java.util.Base64;

class GenerationContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/images/generations";

  GenerationContractTest() {
    super(
        new RecraftProvider(),
        Replies.usual(
            Life.of(
                    ImageRequest.builder()
                        .model("recraft/recraftv4_1")
                        .prompt("two race cars")
                        .aspectRatio("16:9")
                        .count(2)
                        .build())
                .submit(
                    ROUTE,
                    Reply.json(
                        """
                        {"created": 1763600000, "credits": 70, "data": [
                          {"image_id": "i1", "b64_json": "%1$s"},
                          {"image_id": "i2", "b64_json": "%1$s"}]}
                        """
                            .formatted(Base64.getEncoder().encodeToString(Samples.png()))))
                .failed(
                    ROUTE,
                    Reply.json(402, Replies.error("not_enough_credits", "not enough credits")),
                    ErrorKind.INSUFFICIENT_CREDITS)));
  }
}
