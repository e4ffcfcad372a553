// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import dev.mediagen.MediaSource;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.transcript.TranscriptRequest;
import java.util.List;

class TranscriptionContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/audio/transcriptions";

  TranscriptionContractTest() {
    super(
        new OpenAiProvider(),
        OpenAiReplies.usual(
            Life.of(
                    TranscriptRequest.builder()
                        .model("openai/gpt-transcribe")
                        .source(MediaSource.bytes(Samples.wav(), "audio/wav"))
                        .language("pt-BR")
                        .prompt("A talk about kites")
                        .temperature(0.2)
                        .option("keywords[]", List.of("kite", "dune"))
                        .build())
                .submit(
                    ROUTE,
                    Reply.json(
                        """
                        {"text":"O papagaio voa.","languages":[{"code":"pt"}],
                         "usage":{"type":"duration","seconds":6}}"""))
                .failed(
                    ROUTE,
                    OpenAiReplies.error(
                        400, "invalid_request_error", "", "Audio file might be corrupted."),
                    ErrorKind.INVALID_REQUEST)
                .moderated(
                    OpenAiReplies.error(
                        400,
                        "invalid_request_error",
                        "content_policy_violation",
                        "The recording was refused."))));
  }
}
