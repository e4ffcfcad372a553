// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.aihorde;

import dev.mediagen.MediaSource;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.upscale.UpscaleRequest;

class AlchemyContractTest extends ProviderContract {
  private static final String STATUS = "GET /api/v2/interrogate/status/u1";

  AlchemyContractTest() {
    super(
        new AiHordeProvider(),
        Life.of(
                UpscaleRequest.builder()
                    .model("aihorde/RealESRGAN_x4plus")
                    .source(MediaSource.url("https://pics.example/fox.png"))
                    .build())
            .submit("POST /api/v2/interrogate/async", Reply.json(202, "{\"id\":\"u1\"}"))
            .poll(
                STATUS,
                Reply.json("{\"state\":\"waiting\",\"forms\":[]}"),
                Reply.json("{\"state\":\"processing\",\"forms\":[]}"),
                Reply.json(
                    """
                    {"state": "done", "forms": [{"form": "RealESRGAN_x4plus", "state": "done",
                     "result": {"RealESRGAN_x4plus": "{cdn}/x4.png"}}]}
                    """))
            .with("GET /x4.png", Reply.png())
            .failed(
                STATUS,
                Reply.json("{\"state\":\"faulted\",\"forms\":[]}"),
                ErrorKind.PROVIDER_UNAVAILABLE)
            .moderated(
                "POST /api/v2/interrogate/async",
                Reply.json(400, "{\"message\":\"no\",\"rc\":\"CorruptPrompt\"}"))
            .cancel("DELETE /api/v2/interrogate/status/u1", Reply.json("{\"state\":\"cancelled\"}"))
            .unauthorized(Reply.json(401, "{\"message\":\"no such key\",\"rc\":\"InvalidAPIKey\"}"))
            .limited(Reply.json(423, "{\"message\":\"wait\",\"rc\":\"Locked\"}")));
  }
}
