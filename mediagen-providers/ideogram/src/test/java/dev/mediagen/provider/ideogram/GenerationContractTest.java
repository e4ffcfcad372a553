// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

/** A job, started with JSON. */
class GenerationContractTest extends ProviderContract {
  private static final String POLL = "GET /v2/generations/xt1";

  GenerationContractTest() {
    super(
        new IdeogramProvider(),
        Replies.usual(
            Life.of(
                    ImageRequest.builder()
                        .model("ideogram/ideogram-4-5")
                        .prompt("a poster that says HELLO")
                        .width(2048)
                        .height(2048)
                        .quality("medium")
                        .count(2)
                        .seed(7)
                        .build())
                .submit(
                    "POST /v2/image/generate/ideogram-4-5",
                    Reply.json("{\"generation_id\":\"xt1\"}"))
                .poll(
                    POLL,
                    Reply.json(
                        """
                        {"generation_id": "xt1", "status": "pending",
                         "created": "2026-10-07T04:56:07Z"}
                        """),
                    Reply.json(
                        """
                        {"generation_id": "xt1", "status": "completed",
                         "created": "2026-10-07T04:56:07Z", "response_type": "url",
                         "usage_cost_usd_micros": 120000, "data": [
                          {"object_type": "image.generation", "url": "{cdn}/1.png?exp=1&sig=s",
                           "prompt": "a poster", "resolution": "2048x2048", "seed": 7,
                           "is_image_safe": true},
                          {"object_type": "image.generation", "url": "{cdn}/2.png?exp=1&sig=s",
                           "prompt": "a poster", "resolution": "2048x2048", "seed": 8,
                           "is_image_safe": true}]}
                        """))
                .with("GET /1.png", Reply.png())
                .with("GET /2.png", Reply.png())
                .failed(
                    POLL,
                    Reply.json(
                        """
                        {"generation_id": "xt1", "status": "failed", "failure_reason": "no luck"}
                        """),
                    ErrorKind.FAILED)
                .moderated(
                    POLL,
                    Reply.json(
                        """
                        {"generation_id": "xt1", "status": "completed", "data": [
                          {"object_type": "image.generation", "url": null,
                           "is_image_safe": false}]}
                        """))));
  }
}
