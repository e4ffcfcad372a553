// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

class SpeechContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/audio/speech";

  SpeechContractTest() {
    super(
        new OpenAiProvider(),
        OpenAiReplies.usual(
            Life.of(
                    SpeechRequest.builder()
                        .model("openai/gpt-4o-mini-tts")
                        .text("The kite is up.")
                        .voice("marin")
                        .style("calm")
                        .speed(1.25)
                        .outputFormat("mp3")
                        .build())
                .submit(ROUTE, Reply.bytes(200, "audio/mpeg", Samples.mp3()))
                .failed(
                    ROUTE,
                    OpenAiReplies.error(
                        400, "invalid_request_error", "invalid_value", "Invalid voice."),
                    ErrorKind.INVALID_REQUEST)
                .moderated(
                    OpenAiReplies.error(
                        400,
                        "invalid_request_error",
                        "content_policy_violation",
                        "The text was refused."))));
  }
}
