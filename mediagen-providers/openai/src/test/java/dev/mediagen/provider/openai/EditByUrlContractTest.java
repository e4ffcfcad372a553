// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Samples;

class EditByUrlContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/images/edits";

  EditByUrlContractTest() {
    super(
        new OpenAiProvider(),
        OpenAiReplies.usual(
            Life.of(
                    ImageRequest.builder()
                        .model("openai/gpt-image-2")
                        .prompt("A blue kite")
                        .aspectRatio("16:9")
                        .source(MediaSource.url("https://pictures.example/kite.png"))
                        .mask(MediaSource.bytes(Samples.png(), "image/png"))
                        .reference(Reference.of(MediaSource.stored("file-abc123")))
                        .reference(Reference.of(MediaSource.bytes(Samples.png(), "image/png")))
                        .build())
                .submit(ROUTE, OpenAiReplies.picture())
                .failed(
                    ROUTE,
                    OpenAiReplies.error(
                        400, "invalid_request_error", "invalid_value", "Failed to download."),
                    ErrorKind.INVALID_REQUEST)
                .moderated(OpenAiReplies.moderated())));
  }
}
