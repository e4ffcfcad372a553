// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.vidu;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.speech.SpeechRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

class ViduSpeechContractTest extends ProviderContract {
  private static final String SPEAK = "POST /ent/v2/audio-tts";

  ViduSpeechContractTest() {
    super(
        new ViduProvider(),
        Life.of(
                SpeechRequest.builder()
                    .model("vidu/audio-tts")
                    .text("Ahoy")
                    .voice("made-up-voice")
                    .speed(1.5)
                    .build())
            .submit(
                SPEAK,
                Reply.json(
                    """
                    {"task_id": "791", "state": "success", "file_url": "{cdn}/a.mp3", "credits": 2}
                    """))
            .with("GET /a.mp3", Reply.bytes(200, "audio/mpeg", Samples.mp3()))
            .failed(
                SPEAK, Reply.json("{\"task_id\":\"791\",\"state\":\"failed\"}"), ErrorKind.FAILED)
            .moderated(
                SPEAK,
                Reply.json(
                    400, "{\"code\":400,\"reason\":\"AuditSubmitIllegal\",\"message\":\"no\"}")));
  }
}
