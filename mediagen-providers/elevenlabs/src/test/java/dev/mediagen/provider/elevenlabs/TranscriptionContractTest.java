// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.elevenlabs;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.transcript.TranscriptRequest;
import java.util.List;

/** The text in the reply. */
class TranscriptionContractTest extends ProviderContract {
  private static final String ROUTE = "POST /v1/speech-to-text";

  TranscriptionContractTest() {
    super(
        new ElevenLabsProvider(),
        Replies.usual(
            Life.of(
                    TranscriptRequest.builder()
                        .model("elevenlabs/scribe_v2")
                        .source(MediaSource.bytes(Samples.wav(), "audio/wav"))
                        .language("en-GB")
                        .timestamps("word")
                        .diarize(true)
                        .temperature(0.2)
                        .option("keyterms", List.of("kite", "dune"))
                        .build())
                .submit(
                    ROUTE,
                    Reply.json(
                        """
                    {"language_code": "eng", "language_probability": 0.98, "text": "Hello you",
                     "words": [
                      {"text": "Hello", "start": 0.0, "end": 0.5, "type": "word",
                       "speaker_id": "speaker_0", "logprob": -0.01},
                      {"text": " ", "start": 0.5, "end": 0.6, "type": "spacing"},
                      {"text": "you", "start": 0.6, "end": 0.9, "type": "word",
                       "speaker_id": "speaker_0"}],
                     "transcription_id": "t1", "audio_duration_secs": 12.3}
                    """)),
            ROUTE));
  }
}
