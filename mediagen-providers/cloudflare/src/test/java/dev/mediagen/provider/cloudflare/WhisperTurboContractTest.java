// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Samples;
import dev.mediagen.transcript.TranscriptRequest;

/** The recording goes as base64 in JSON, with all that this Whisper takes. */
class WhisperTurboContractTest extends ProviderContract {
  WhisperTurboContractTest() {
    super(
        new CloudflareProvider(),
        Life.of(
                TranscriptRequest.builder()
                    .model("cloudflare/@cf/openai/whisper-large-v3-turbo")
                    .source(MediaSource.bytes(Samples.wav(), "audio/wav"))
                    .language("de")
                    .prompt("Mediagen")
                    .translate(true)
                    .option("vad_filter", true)
                    .build())
            .submit(
                Replies.run("@cf/openai/whisper-large-v3-turbo"),
                Replies.result(
                    "{\"transcription_info\":{\"language\":\"de\",\"duration\":1.5},"
                        + "\"text\":\" Hello there\",\"segments\":[{\"start\":0,\"end\":1.5,"
                        + "\"text\":\" Hello there\"}]}"))
            .failed(Replies.refused(200, 1, "the model gave up"))
            .moderated(Replies.FILTERED)
            .unauthorized(Replies.UNAUTHORIZED)
            .limited(Replies.LIMITED));
  }
}
