// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ttapi;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

class ImagineContractTest extends ProviderContract {
  private static final String FETCH = "GET /midjourney/v1/fetch";

  ImagineContractTest() {
    super(
        new TtApiProvider(),
        Life.of(
                ImageRequest.builder()
                    .model("ttapi/midjourney-8.2")
                    .prompt("a paper boat")
                    .aspectRatio("16:9")
                    .seed(7)
                    .option("chaos", 10)
                    .build())
            .submit(
                "POST /midjourney/v1/imagine",
                Reply.json("{\"status\":\"SUCCESS\",\"message\":\"\",\"data\":{\"jobId\":\"a1\"}}"))
            .poll(
                FETCH,
                Reply.json("{\"status\":\"PENDING_QUEUE\",\"jobId\":\"a1\",\"data\":{}}"),
                Reply.json(
                    "{\"status\":\"ON_QUEUE\",\"jobId\":\"a1\",\"data\":{\"progress\":\"50%\"}}"),
                Reply.json(
                    """
                    {"status": "SUCCESS", "jobId": "a1", "message": "success", "data": {
                     "progress": "100", "cdnImage": "{cdn}/grid.png", "seed": "7", "quota": 1,
                     "components": ["upsample1"], "images": ["{cdn}/1.png", "{cdn}/2.png"]}}
                    """))
            .with("GET /1.png", Reply.png())
            .with("GET /2.png", Reply.png())
            .failed(
                FETCH,
                Reply.json("{\"status\":\"FAILED\",\"jobId\":\"a1\",\"message\":\"no luck\"}"),
                ErrorKind.FAILED)
            .moderated(
                FETCH,
                Reply.json(
                    "{\"status\":\"FAILED\",\"jobId\":\"a1\",\"message\":\"Banned prompt detected: x\"}"))
            .unauthorized(Reply.json(401, "{\"status\":\"FAILED\",\"message\":\"no such key\"}"))
            .limited(
                Reply.json("{\"status\":\"FAILED\",\"message\":\"Queue full\",\"data\":null}")));
  }
}
