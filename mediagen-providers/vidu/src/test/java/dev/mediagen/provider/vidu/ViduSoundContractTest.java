// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.vidu;

import dev.mediagen.sound.SoundRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import java.time.Duration;

class ViduSoundContractTest extends ProviderContract {
  private static final String POLL = "GET /ent/v2/tasks/790/creations";

  ViduSoundContractTest() {
    super(
        new ViduProvider(),
        Life.of(
                SoundRequest.builder()
                    .model("vidu/audio1.0")
                    .prompt("gulls")
                    .duration(Duration.ofSeconds(5))
                    .build())
            .submit(
                "POST /ent/v2/text2audio",
                Reply.json("{\"task_id\":\"790\",\"state\":\"created\"}"))
            .poll(
                POLL,
                Reply.json("{\"id\":\"790\",\"state\":\"queueing\"}"),
                Reply.json(
                    """
                    {"id": "790", "state": "success",
                     "creations": [{"id": "c1", "url": "{cdn}/a.mp3"}]}
                    """))
            .with("GET /a.mp3", Reply.bytes(200, "audio/mpeg", Samples.mp3()))
            .failed(Reply.json("{\"id\":\"790\",\"state\":\"failed\",\"err_code\":\"Odd\"}"))
            .moderated(
                Reply.json(
                    "{\"id\":\"790\",\"state\":\"failed\",\"err_code\":\"AuditSubmitIllegal\"}"))
            .cancel("POST /ent/v2/tasks/790/cancel", Reply.json("{}")));
  }
}
