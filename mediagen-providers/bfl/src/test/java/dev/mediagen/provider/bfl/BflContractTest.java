// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.bfl;

import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

class BflContractTest extends ProviderContract {
  BflContractTest() {
    super(
        new BflProvider(),
        Life.of(
                ImageRequest.builder()
                    .model("bfl/flux-2-pro")
                    .prompt("the person of image 1 in the room of image 2")
                    .source(MediaSource.url("https://pics.example/p.jpg"))
                    .reference(Reference.of(MediaSource.url("https://pics.example/r.jpg")))
                    .width(1024)
                    .height(1280)
                    .seed(42)
                    .outputFormat("png")
                    .option("safety_tolerance", 2)
                    .build())
            .submit(
                "POST /v1/flux-2-pro",
                Reply.json(
                    """
                    {"id": "6b1c", "polling_url": "{base}/v1/get_result?id=6b1c",
                     "cost": 4.5, "input_mp": 1.05, "output_mp": 1.31}
                    """))
            .poll(
                "GET /v1/get_result",
                Reply.json(
                    "{\"id\":\"6b1c\",\"status\":\"Pending\",\"result\":null,\"progress\":null}"),
                Reply.json(
                    "{\"id\":\"6b1c\",\"status\":\"Pending\",\"result\":null,\"progress\":0.2}"),
                Reply.json(
                    """
                    {"id": "6b1c", "status": "Ready", "result": {"sample": "{cdn}/sample.png",
                     "prompt": "a person", "seed": 42, "start_time": 1763600000.1,
                     "end_time": 1763600004.9, "duration": 4.8}}
                    """))
            .with("GET /sample.png", Reply.png())
            .failed(Reply.json("{\"id\":\"6b1c\",\"status\":\"Error\",\"result\":null}"))
            .moderated(
                Reply.json(
                    """
                    {"id": "6b1c", "status": "Request Moderated", "result": null,
                     "details": {"Moderation Reasons": ["Safety Filter"]}}
                    """))
            .unauthorized(Reply.json(403, "{\"detail\":\"Not authenticated\"}"))
            .limited(Reply.json(429, "{\"detail\":\"too many active tasks\"}")));
  }
}
