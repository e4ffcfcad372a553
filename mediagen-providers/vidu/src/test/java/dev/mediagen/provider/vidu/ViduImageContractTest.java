// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.vidu;

import dev.mediagen.MediaSource;
import dev.mediagen.Reference;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

class ViduImageContractTest extends ProviderContract {
  private static final String POLL = "GET /ent/v2/tasks/789/creations";

  ViduImageContractTest() {
    super(
        new ViduProvider(),
        Life.of(
                ImageRequest.builder()
                    .model("vidu/viduq2")
                    .prompt("a lighthouse")
                    .aspectRatio("21:9")
                    .resolution("2K")
                    .reference(Reference.of(MediaSource.url("https://pics.example/a.png")))
                    .build())
            .submit(
                "POST /ent/v2/reference2image",
                Reply.json("{\"task_id\":\"789\",\"state\":\"created\",\"credits\":8}"))
            .poll(
                POLL,
                Reply.json("{\"id\":\"789\",\"state\":\"processing\",\"creations\":[]}"),
                Reply.json(
                    """
                    {"id": "789", "state": "success", "credits": 8,
                     "creations": [{"id": "c1", "url": "{cdn}/a.png"}]}
                    """))
            .with("GET /a.png", Reply.png())
            .failed(Reply.json("{\"id\":\"789\",\"state\":\"failed\",\"err_code\":\"\"}"))
            .moderated(
                "POST /ent/v2/reference2image",
                Reply.json(
                    400,
                    "{\"code\":400,\"reason\":\"TaskPromptPolicyViolation\",\"message\":\"no\"}"))
            .cancel("POST /ent/v2/tasks/789/cancel", Reply.json("{}"))
            .limited(
                Reply.json(
                    429, "{\"code\":429,\"reason\":\"TooManyRequests\",\"message\":\"wait\"}")));
  }
}
