// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.transcript.TranscriptRequest;
import java.util.Arrays;

class UploadContractTest extends ProviderContract {
  UploadContractTest() {
    super(
        new ReplicateProvider(),
        Replies.troubles(
            Life.of(
                    TranscriptRequest.builder()
                        .model("replicate/openai/whisper")
                        .source(MediaSource.bytes(large(), "audio/mpeg"))
                        .language("de")
                        .build())
                .with(
                    "GET /v1/models/openai/whisper",
                    Reply.json("{\"latest_version\":{\"id\":\"v123\"}}"))
                .with(
                    "POST /v1/files",
                    Reply.json(
                        201,
                        "{\"id\":\"f1\",\"size\":300000,\"urls\":{\"get\":\"https://api.replicate.com/v1/files/f1\"}}"))
                .submit("POST /v1/predictions", Replies.prediction(201, "starting", ""))
                .poll(
                    Replies.POLL,
                    Replies.life(
                        "{'detected_language':'german','transcription':' ahoy','segments':[{'start':0.0,'end':1.5,'text':' ahoy'}]}"))));
  }

  /** Too large for a data URI. */
  private static byte[] large() {
    return Arrays.copyOf(Samples.mp3(), 300_000);
  }
}
