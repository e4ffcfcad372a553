// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import java.util.Base64;

class ContentContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1beta/models/gemini-nano-banana-2.1:generateContent";

  ContentContractTest() {
    super(
        new GoogleProvider(),
        Life.of(
                ImageRequest.builder()
                    .model("google/gemini-nano-banana-2.1")
                    .prompt("a red fox, watercolour")
                    .aspectRatio("16:9")
                    .resolution("2k")
                    .seed(7)
                    .build())
            .submit(
                ROUTE,
                Reply.json(
                    """
                    {"candidates": [{"content": {"role": "model", "parts": [
                      {"text": "hm", "thought": true},
                      {"inlineData": {"mimeType": "image/png", "data": "%s"}}]},
                      "finishReason": "STOP"}],
                     "usageMetadata": {"promptTokenCount": 9, "candidatesTokenCount": 1290}}
                    """
                        .formatted(Base64.getEncoder().encodeToString(Samples.png()))))
            .failed(
                ROUTE,
                Reply.json("{\"candidates\":[{\"content\":{},\"finishReason\":\"NO_IMAGE\"}]}"),
                ErrorKind.FAILED)
            .moderated(Reply.json("{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}"))
            .unauthorized(
                Reply.json(
                    401,
                    "[{\"error\":{\"code\":401,\"message\":\"no\",\"status\":\"UNAUTHENTICATED\"}}]"))
            .limited(
                Reply.json(
                    429,
                    "{\"error\":{\"code\":429,\"message\":\"slow\",\"status\":\"RESOURCE_EXHAUSTED\"}}")));
  }
}
