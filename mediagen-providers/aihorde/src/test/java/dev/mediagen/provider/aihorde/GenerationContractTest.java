// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.aihorde;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

class GenerationContractTest extends ProviderContract {
  private static final String CHECK = "GET /api/v2/generate/check/u1";
  private static final String STATUS = "GET /api/v2/generate/status/u1";

  GenerationContractTest() {
    super(
        new AiHordeProvider(),
        Life.of(
                ImageRequest.builder()
                    .model("aihorde/AlbedoBase XL (SDXL)")
                    .prompt("a red fox in snow")
                    .negativePrompt("blurry, text")
                    .width(832)
                    .height(1216)
                    .steps(25)
                    .guidance(6.0)
                    .seed(42)
                    .count(2)
                    .option("sampler_name", "k_euler_a")
                    .option("karras", true)
                    .build())
            .submit(
                "POST /api/v2/generate/async",
                Reply.json(
                    202,
                    "{\"id\":\"u1\",\"kudos\":8.5,\"warnings\":[{\"code\":\"StepsTooFew\",\"message\":\"few steps\"}]}"))
            .poll(
                CHECK, check(0, 0, 2, false, 3), check(1, 1, 0, false, 0), check(2, 0, 0, true, 0))
            .with(
                STATUS,
                Reply.json(
                    """
                    {"done": true, "kudos": 8.5, "generations": [
                      {"img": "{cdn}/1.webp", "seed": "42", "id": "g1", "censored": false,
                       "gen_metadata": []},
                      {"img": "{cdn}/2.webp", "seed": "43", "id": "g2", "censored": true}]}
                    """))
            .with("GET /1.webp", Reply.png())
            .failed(
                CHECK,
                Reply.json(
                    "{\"faulted\":true,\"done\":false,\"finished\":0,\"processing\":0,\"waiting\":0}"),
                ErrorKind.PROVIDER_UNAVAILABLE)
            .moderated(
                STATUS,
                Reply.json(
                    "{\"done\":true,\"generations\":[{\"img\":\"{cdn}/1.webp\",\"censored\":true}]}"))
            .cancel("DELETE /api/v2/generate/status/u1", Reply.json("{\"done\":false}"))
            .unauthorized(Reply.json(401, "{\"message\":\"no such key\",\"rc\":\"InvalidAPIKey\"}"))
            .limited(Reply.json(429, "{\"message\":\"too many\",\"rc\":\"TooManyPrompts\"}")));
  }

  private static Reply check(int finished, int processing, int waiting, boolean done, int queue) {
    return Reply.json(
        """
        {"finished": %d, "processing": %d, "restarted": 0, "waiting": %d, "done": %b,
         "faulted": false, "wait_time": 4, "queue_position": %d, "kudos": 8.5, "is_possible": true}
        """
            .formatted(finished, processing, waiting, done, queue));
  }
}
