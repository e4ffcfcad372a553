// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.vidu;

import dev.mediagen.MediaSource;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;

class ViduContractTest extends ProviderContract {
  private static final String POLL = "GET /ent/v2/tasks/788888888888888888/creations";

  ViduContractTest() {
    super(
        new ViduProvider(),
        Life.of(
                VideoRequest.builder()
                    .model("vidu/viduq3-pro")
                    .prompt("a paper boat")
                    .duration(Duration.ofSeconds(8))
                    .resolution("1080p")
                    .seed(7)
                    .audio(true)
                    .firstFrame(MediaSource.url("https://pics.example/a.png"))
                    .lastFrame(MediaSource.url("https://pics.example/b.png"))
                    .option("payload", "job-1")
                    .build())
            .submit(
                "POST /ent/v2/start-end2video",
                Reply.json(
                    """
                    {"task_id": "788888888888888888", "state": "created", "model": "viduq3-pro",
                     "seed": 7, "payload": "job-1", "off_peak": false, "credits": 256,
                     "created_at": "2026-11-20T10:00:00.000Z"}
                    """))
            .poll(
                POLL,
                Reply.json(
                    "{\"id\":\"788888888888888888\",\"state\":\"queueing\",\"creations\":null}"),
                Reply.json(
                    """
                    {"id": "788888888888888888", "state": "processing", "err_code": "",
                     "credits": 256, "payload": "job-1", "creations": []}
                    """),
                Reply.json(
                    """
                    {"id": "788888888888888888", "state": "success", "err_code": "",
                     "credits": 256, "payload": "job-1", "bgm": false, "off_peak": false,
                     "creations": [{"id": "cre-id", "url": "{cdn}/v.mp4",
                       "cover_url": "{cdn}/v.png", "watermarked_url": ""}]}
                    """))
            .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))
            .with("GET /v.png", Reply.png())
            .failed(
                POLL,
                Reply.json(
                    """
                    {"id": "788888888888888888", "state": "failed", "err_code": "SomethingElse",
                     "credits": 0, "creations": []}
                    """),
                ErrorKind.FAILED)
            .moderated(
                POLL,
                Reply.json(
                    """
                    {"id": "788888888888888888", "state": "failed",
                     "err_code": "CreationPolicyViolation", "credits": 0, "creations": []}
                    """))
            .cancel("POST /ent/v2/tasks/788888888888888888/cancel", Reply.json("{}"))
            .unauthorized(
                Reply.json(401, "{\"code\":401,\"reason\":\"Unauthorized\",\"message\":\"no\"}"))
            .limited(
                Reply.json(
                    429, "{\"code\":429,\"reason\":\"QuotaExceeded\",\"message\":\"wait\"}")));
  }
}
