// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.kling;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

class KlingLegacyContractTest extends ProviderContract {
  private static final String TASK = "GET /v1/images/generations/867283741759111202";

  KlingLegacyContractTest() {
    super(
        new KlingProvider(),
        Life.of(
                ImageRequest.builder()
                    .model("kling/kling-v2-1")
                    .prompt("a lighthouse")
                    .negativePrompt("fog")
                    .aspectRatio("3:2")
                    .resolution("2k")
                    .count(2)
                    .build())
            .submit(
                "POST /v1/images/generations",
                Reply.json(
                    """
                    {"code": 0, "message": "SUCCEED", "request_id": "r1", "data":
                     {"task_id": "867283741759111202", "task_status": "submitted"}}
                    """))
            .poll(
                TASK,
                Reply.json(
                    "{\"code\":0,\"data\":{\"task_id\":\"867283741759111202\",\"task_status\":\"submitted\"}}"),
                Reply.json(
                    "{\"code\":0,\"data\":{\"task_id\":\"867283741759111202\",\"task_status\":\"processing\"}}"),
                Reply.json(
                    """
                    {"code": 0, "data": {"task_id": "867283741759111202", "task_status": "succeed",
                     "updated_at": 1774805076166, "final_unit_deduction": "0.2",
                     "task_result": {"images": [{"index": 0, "url": "{cdn}/0.png"},
                                                {"index": 1, "url": "{cdn}/1.png"}]}}}
                    """))
            .with("GET /0.png", Reply.png())
            .with("GET /1.png", Reply.png())
            .failed(
                TASK,
                Reply.json(
                    "{\"code\":0,\"data\":{\"task_status\":\"failed\",\"task_status_msg\":\"no luck\"}}"),
                ErrorKind.FAILED)
            .moderated(
                "POST /v1/images/generations",
                Reply.json(400, "{\"code\":1301,\"message\":\"content security policy\"}"))
            .lookUp(
                "GET /v1/images/generations/*",
                Reply.json("{\"code\":0,\"data\":{\"task_id\":\"867283741759111202\"}}"),
                Reply.json("{\"code\":0,\"data\":null}"))
            .unauthorized(Reply.json(401, "{\"code\":1004,\"message\":\"expired\"}"))
            .limited(
                Reply.json(
                    200,
                    "{\"code\":1303,\"message\":\"parallel task over resource pack limit\"}")));
  }
}
