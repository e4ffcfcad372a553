// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import dev.mediagen.MediaSource;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Samples;
import dev.mediagen.transcript.TranscriptRequest;

/** The recording is the body; subtitles come along. */
class WhisperContractTest extends ProviderContract {
  private static final String ROUTE = Replies.run("@cf/openai/whisper");

  WhisperContractTest() {
    super(
        new CloudflareProvider(),
        Life.of(
                TranscriptRequest.builder()
                    .model("cloudflare/@cf/openai/whisper")
                    .source(MediaSource.bytes(Samples.wav(), "audio/wav"))
                    .timestamps("word")
                    .outputFormat("vtt")
                    .build())
            .submit(
                ROUTE,
                Replies.result(
                    "{\"text\":\"It is\",\"word_count\":2,\"words\":["
                        + "{\"word\":\"It\",\"start\":0.56,\"end\":1.2},"
                        + "{\"word\":\"is\",\"start\":1.2,\"end\":1.38}],"
                        + "\"vtt\":\"WEBVTT\\n\\n00:00.560 --> 00:01.380\\nIt is\"}"))
            .failed(
                ROUTE, Replies.refused(400, 3003, "Incomplete request"), ErrorKind.INVALID_REQUEST)
            .moderated(Replies.FILTERED)
            .unauthorized(Replies.UNAUTHORIZED)
            .limited(Replies.LIMITED));
  }
}
