// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.fal;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

class FalQueueContractTest extends ProviderContract {
  private static final String JOB = "/fal-ai/flux/requests/764cabcf";

  FalQueueContractTest() {
    super(
        new FalProvider(),
        Life.of(
                ImageRequest.builder()
                    .model("fal/fal-ai/flux/schnell")
                    .prompt("a lighthouse")
                    .width(1024)
                    .height(768)
                    .count(2)
                    .seed(42)
                    .option("acceleration", "regular")
                    .build())
            .submit(
                "POST /fal-ai/flux/schnell",
                Reply.json(
                    "{\"status\":\"IN_QUEUE\",\"request_id\":\"764cabcf\",\"queue_position\":0}"))
            .poll(
                "GET " + JOB + "/status",
                Reply.json(202, "{\"status\":\"IN_QUEUE\",\"queue_position\":3}"),
                Reply.json(202, "{\"status\":\"IN_PROGRESS\",\"logs\":[{\"message\":\"50%\"}]}"),
                Reply.json("{\"status\":\"COMPLETED\",\"metrics\":{\"inference_time\":0.8}}"))
            .stream(
                "GET " + JOB + "/status/stream",
                "data: {\"status\":\"IN_QUEUE\",\"queue_position\":1}\n\n"
                    + "data: {\"status\":\"IN_PROGRESS\"}\n\ndata: {\"status\":\"COMPLETED\"}\n\n")
            .with(
                "GET " + JOB,
                Reply.json(
                        """
                        {"images": [
                          {"url": "{cdn}/x.png", "width": 1024, "height": 768,
                           "content_type": "image/png"}],
                         "seed": 42, "prompt": "a lighthouse", "has_nsfw_concepts": [false]}
                        """)
                    .header("X-Fal-Billable-Units", "2"))
            .with("GET /x.png", Reply.png())
            .failed(
                "GET " + JOB + "/status",
                Reply.json(
                    "{\"status\":\"COMPLETED\",\"error\":\"the runner gave up\",\"error_type\":\"no_media_generated\"}"),
                ErrorKind.FAILED)
            .moderated(
                "GET " + JOB,
                Reply.json(
                    422,
                    """
                    {"detail": [{"loc": ["body", "prompt"], "msg": "could not be processed",
                                 "type": "content_policy_violation"}]}
                    """))
            .cancel(
                "PUT " + JOB + "/cancel",
                Reply.json(202, "{\"status\":\"CANCELLATION_REQUESTED\"}"))
            .unauthorized(Reply.json(401, "{\"detail\":\"No user found for Key ID and Secret\"}"))
            .limited(
                Reply.json(
                    429,
                    "{\"detail\":\"too many\",\"error_type\":\"concurrent_requests_limit\"}")));
  }
}
