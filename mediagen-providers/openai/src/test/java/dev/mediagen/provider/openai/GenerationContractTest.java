// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;

class GenerationContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/images/generations";

  GenerationContractTest() {
    super(
        new OpenAiProvider(),
        OpenAiReplies.usual(
            Life.of(
                    ImageRequest.builder()
                        .model("openai/gpt-image-2.6-sunburst")
                        .prompt("A red kite over dunes")
                        .width(1536)
                        .height(1024)
                        .count(1)
                        .quality("high")
                        .background("opaque")
                        .outputFormat("webp")
                        .option("output_compression", 85)
                        .option("moderation", "auto")
                        .option("complexity", "medium")
                        .option("safety_identifier", "u_8f2")
                        .build())
                .submit(ROUTE, OpenAiReplies.picture())
                .failed(
                    ROUTE,
                    OpenAiReplies.error(
                        400, "invalid_request_error", "invalid_value", "Invalid value: 'max'."),
                    ErrorKind.INVALID_REQUEST)
                .moderated(OpenAiReplies.moderated())));
  }
}
