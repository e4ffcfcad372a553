// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

/** The older way: form data, and the pictures in the reply. */
class DirectContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/ideogram-v3/generate";

  DirectContractTest() {
    super(
        new IdeogramProvider(),
        Replies.usual(
            Life.of(
                    ImageRequest.builder()
                        .model("ideogram/v1/ideogram-v3/generate")
                        .prompt("a boat")
                        .negativePrompt("blur")
                        .aspectRatio("16:9")
                        .quality("quality")
                        .style("design")
                        .seed(7)
                        .reference(
                            Reference.of(
                                MediaSource.bytes(Samples.png(), "image/png"),
                                Reference.Role.STYLE))
                        .option("magic_prompt", "OFF")
                        .build())
                .submit(
                    ROUTE,
                    Reply.json(
                        """
                        {"created": "2026-10-07T04:56:07Z", "data": [
                          {"prompt": "a boat", "resolution": "1312x736", "is_image_safe": true,
                           "seed": 7, "url": "{cdn}/1.png?exp=1&sig=s", "style_type": "DESIGN"}]}
                        """))
                .with("GET /1.png", Reply.png())
                .failed(
                    ROUTE,
                    Reply.json(
                        402, "{\"error\":\"no money\",\"reject_reason\":\"insufficient_funds\"}"),
                    ErrorKind.INSUFFICIENT_CREDITS)
                .moderated(Reply.json(422, Replies.UNSAFE))));
  }
}
