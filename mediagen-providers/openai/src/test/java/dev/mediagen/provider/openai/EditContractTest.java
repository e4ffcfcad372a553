// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Samples;

class EditContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/images/edits";

  EditContractTest() {
    super(
        new OpenAiProvider(),
        OpenAiReplies.usual(
            Life.of(
                    ImageRequest.builder()
                        .model("openai/gpt-image-2.6-flare")
                        .prompt("A blue kite")
                        .count(1)
                        .quality("low")
                        .source(MediaSource.bytes(Samples.png(), "image/png"))
                        .mask(MediaSource.bytes(Samples.png(), "image/png"))
                        .reference(Reference.of(MediaSource.bytes(Samples.png(), "image/png")))
                        .build())
                .submit(ROUTE, OpenAiReplies.picture())
                .failed(
                    ROUTE,
                    OpenAiReplies.error(
                        400,
                        "invalid_request_error",
                        "invalid_image_file",
                        "Invalid image file or mode."),
                    ErrorKind.INVALID_REQUEST)
                .moderated(OpenAiReplies.moderated())));
  }
}
