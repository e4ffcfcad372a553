// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import dev.mediagen.MediaSource;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

/** A job, started with form data, of which no webhook tells. */
class ReframeContractTest extends ProviderContract {
  private static final String POLL = "GET /v2/generations/xt2";

  ReframeContractTest() {
    super(
        new IdeogramProvider(),
        Replies.usual(
            Life.of(
                    ImageRequest.builder()
                        .model("ideogram/reframe/ideogram-3")
                        .source(MediaSource.bytes(Samples.png(), "image/png"))
                        .width(1536)
                        .height(640)
                        .build())
                .submit(
                    "POST /v2/image/reframe/ideogram-3", Reply.json("{\"generation_id\":\"xt2\"}"))
                .poll(
                    POLL,
                    Reply.json("{\"generation_id\":\"xt2\",\"status\":\"pending\"}"),
                    Reply.json(
                        """
                        {"generation_id": "xt2", "status": "completed", "data": [
                          {"object_type": "image.without-prompt-or-seed", "url": "{cdn}/1.png",
                           "resolution": "1536x640", "is_image_safe": true}]}
                        """))
                .with("GET /1.png", Reply.png())
                .failed(
                    POLL,
                    Reply.json("{\"status\":\"failed\",\"failure_reason\":\"no luck\"}"),
                    ErrorKind.FAILED)
                .moderated(
                    POLL,
                    Reply.json(
                        """
                        {"status": "failed", "failure_reason": "The image failed safety check"}
                        """))));
  }
}
