// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.bfl;

import dev.mediagen.MediaSource;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;

class BflVideoContractTest extends ProviderContract {
  private static final String POLL = "GET /v1/get_result";

  BflVideoContractTest() {
    super(
        new BflProvider(),
        Life.of(
                VideoRequest.builder()
                    .model("bfl/flux-3-video")
                    .prompt("a boat sets out")
                    .firstFrame(MediaSource.url("https://pics.example/a.png"))
                    .lastFrame(MediaSource.url("https://pics.example/b.png"))
                    .duration(Duration.ofSeconds(8))
                    .resolution("fhd")
                    .aspectRatio("16:9")
                    .audio(true)
                    .build())
            .submit(
                "POST /v1/flux-3-video",
                Reply.json(
                    "{\"id\":\"7c\",\"polling_url\":\"{base}/v1/get_result?id=7c\",\"cost\":232}"))
            .poll(
                POLL,
                Reply.json("{\"id\":\"7c\",\"status\":\"Pending\"}"),
                Reply.json("{\"id\":\"7c\",\"status\":\"Reasoning\"}"),
                Reply.json("{\"id\":\"7c\",\"status\":\"Generating\",\"progress\":0.5}"),
                Reply.json(
                    """
                    {"id": "7c", "status": "Ready", "result": {"sample": "{cdn}/v.mp4",
                     "prompt": "a boat sets out", "start_time": 1763600000, "end_time": 1763600400,
                     "duration": 400}}
                    """))
            .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))
            .failed(
                POLL,
                Reply.json(503, "{\"id\":\"7c\",\"status\":\"Error\",\"details\":\"no luck\"}"),
                ErrorKind.FAILED)
            .moderated(
                POLL,
                Reply.json(
                    503, "{\"id\":\"7c\",\"status\":\"Content Moderated\",\"details\":\"nudity\"}"))
            .unauthorized(Reply.json(401, "{\"detail\":\"invalid key\"}"))
            .limited(Reply.json(429, "{\"detail\":\"too many active tasks\"}")));
  }
}
