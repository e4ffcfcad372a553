// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.kling;

import dev.mediagen.MediaSource;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;

class KlingContractTest extends ProviderContract {
  private static final String POLL = "GET /tasks";

  KlingContractTest() {
    super(
        new KlingProvider(),
        Life.of(
                VideoRequest.builder()
                    .model("kling/kling-3.0")
                    .prompt("a paper boat")
                    .duration(Duration.ofSeconds(5))
                    .resolution("1080p")
                    .audio(true)
                    .firstFrame(MediaSource.url("https://pics.example/boat.png"))
                    .option("multi_shot", false)
                    .build())
            .submit(
                "POST /image-to-video/kling-3.0",
                Reply.json(
                    """
                    {"code": 0, "message": "SUCCEED", "request_id": "r1",
                     "data": {"id": "893605946402811985", "status": "submitted"}}
                    """))
            .poll(
                POLL,
                Reply.json(
                    "{\"code\":0,\"data\":[{\"id\":\"893605946402811985\",\"status\":\"submitted\"}]}"),
                Reply.json(
                    "{\"code\":0,\"data\":[{\"id\":\"893605946402811985\",\"status\":\"processing\"}]}"),
                Reply.json(
                    """
                    {"code": 0, "data": [{"id": "893605946402811985", "status": "succeeded",
                     "update_time": 1781080778802,
                     "outputs": [{"type": "video", "id": "v1", "url": "{cdn}/v.mp4", "duration": "5.1"}],
                     "billing": [{"charge_type": "unit", "package_type": "video", "amount": "3.00"}]}]}
                    """))
            .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))
            .failed(
                POLL,
                Reply.json(
                    "{\"code\":0,\"data\":[{\"id\":\"893605946402811985\",\"status\":\"failed\",\"message\":\"the runner gave up\"}]}"),
                ErrorKind.FAILED)
            .moderated(
                POLL,
                Reply.json(
                    """
                    {"code": 0, "data": [{"id": "893605946402811985", "status": "failed",
                     "message": "Failure to pass the risk control system"}]}
                    """))
            .lookUp(
                POLL,
                Reply.json(
                    "{\"code\":0,\"data\":[{\"id\":\"893605946402811985\",\"status\":\"submitted\"}]}"),
                Reply.json("{\"code\":0,\"data\":[]}"))
            .unauthorized(Reply.json(401, "{\"code\":1002,\"message\":\"invalid\"}"))
            .limited(Reply.json(429, "{\"code\":1302,\"message\":\"too fast\"}")));
  }
}
