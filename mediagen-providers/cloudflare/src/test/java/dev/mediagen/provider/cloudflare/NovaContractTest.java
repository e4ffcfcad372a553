// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.cloudflare;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Samples;
import dev.mediagen.transcript.TranscriptRequest;

/** The recording is the body, all else stands in the query, and the answer is Deepgram's. */
class NovaContractTest extends ProviderContract {
  NovaContractTest() {
    super(
        new CloudflareProvider(),
        Life.of(
                TranscriptRequest.builder()
                    .model("cloudflare/@cf/deepgram/nova-3")
                    .source(MediaSource.bytes(Samples.wav(), "audio/wav"))
                    .language("en")
                    .diarize(true)
                    .option("smart_format", true)
                    .build())
            .submit(
                Replies.run("@cf/deepgram/nova-3"),
                Replies.result(
                    "{\"results\":{\"channels\":[{\"alternatives\":[{\"transcript\":\"hello\","
                        + "\"words\":[{\"word\":\"hello\",\"start\":0.1,\"end\":0.4,"
                        + "\"speaker\":0}]}]}]}}"))
            .failed(Replies.refused(200, 1, "the model gave up"))
            .moderated(Replies.FILTERED)
            .unauthorized(Replies.UNAUTHORIZED)
            .limited(Replies.LIMITED));
  }
}
