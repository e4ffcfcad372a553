// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.transcript.TranscriptRequest;
import java.util.Map;

/** A transcript in the background, asked for until it is there. */
class TranscriptionJobContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/speech-to-text";

  TranscriptionJobContractTest() {
    super(
        new ElevenLabsProvider(),
        Replies.usual(
            Life.of(
                    TranscriptRequest.builder()
                        .model("elevenlabs/scribe_v2")
                        .source(MediaSource.url("https://talks.example/a.mp3"))
                        .outputFormat("srt")
                        .option("webhook", true)
                        .option("webhook_metadata", Map.of("job", "42"))
                        .build())
                .submit(
                    ROUTE,
                    Reply.json(
                        "{\"message\":\"ok\",\"request_id\":\"r1\",\"transcription_id\":\"t1\"}"))
                .poll(
                    "GET /v1/speech-to-text/transcripts/t1",
                    Reply.json(404, Replies.error("not_found", "transcript_not_found", "none")),
                    Reply.json(425, "{}"),
                    Reply.json(
                        """
                    {"language_code": "eng", "text": "Hello", "words": [],
                     "transcription_id": "t1", "audio_duration_secs": 60,
                     "additional_formats": [{"requested_format": "srt", "file_extension": "srt",
                      "content_type": "text/srt", "is_base64_encoded": false,
                      "content": "1 Hello"}]}
                    """)),
            ROUTE));
  }
}
