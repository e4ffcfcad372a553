// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.recraft;

import dev.mediagen.MediaSource;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.upscale.UpscaleRequest;

/** One picture in the reply, at a URL, which is public. */
class ToolContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/images/crispUpscale";

  ToolContractTest() {
    super(
        new RecraftProvider(),
        Replies.usual(
            Life.of(
                    UpscaleRequest.builder()
                        .model("recraft/crispUpscale")
                        .source(MediaSource.bytes(Samples.png(), "image/png"))
                        .outputFormat("png")
                        .option("response_format", "url")
                        .build())
                .submit(
                    ROUTE,
                    Reply.json(
                        """
                        {"created": 1763600000, "credits": 4,
                         "image": {"image_id": "i1", "url": "{cdn}/i1"}}
                        """))
                .with("GET /i1", Reply.png())
                .failed(
                    ROUTE,
                    Reply.json(
                        400, Replies.error("invalid_request_parameter", "the image is too small")),
                    ErrorKind.INVALID_REQUEST)));
  }
}
