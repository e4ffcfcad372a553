// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.google;

import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;
import java.util.Base64;

class VeoContractTest extends ProviderContract {
  private static final String MODEL =
      "projects/test-project/locations/test-location/publishers/google/models/veo-3.1-generate-001";
  private static final String POLL = "POST /v1/" + MODEL + ":fetchPredictOperation";

  VeoContractTest() {
    super(
        new GoogleProvider(),
        Life.of(
                VideoRequest.builder()
                    .model("google/veo-3.1-generate-001")
                    .prompt("a city at dawn")
                    .negativePrompt("text")
                    .duration(Duration.ofSeconds(8))
                    .resolution("1080p")
                    .audio(true)
                    .seed(7)
                    .option("personGeneration", "allow_adult")
                    .build())
            .submit(
                "POST /v1/" + MODEL + ":predictLongRunning",
                Reply.json("{\"name\":\"" + MODEL + "/operations/u1\"}"))
            .poll(
                POLL,
                Reply.json("{\"name\":\"" + MODEL + "/operations/u1\"}"),
                Reply.json(
                    """
                    {"done": true, "response": {"raiMediaFilteredCount": 0, "videos":
                     [{"bytesBase64Encoded": "%s", "mimeType": "video/mp4"}]}}
                    """
                        .formatted(Base64.getEncoder().encodeToString(Samples.mp4()))))
            .failed(
                POLL,
                Reply.json("{\"done\":true,\"error\":{\"code\":3,\"message\":\"too dark\"}}"),
                ErrorKind.FAILED)
            .moderated(
                POLL,
                Reply.json(
                    """
                    {"done": true, "response": {"raiMediaFilteredCount": 1,
                     "raiMediaFilteredReasons": ["a person, 17301594"]}}
                    """))
            .unauthorized(
                Reply.json(
                    401,
                    "{\"error\":{\"code\":401,\"message\":\"no\",\"status\":\"UNAUTHENTICATED\"}}"))
            .limited(
                Reply.json(
                    429,
                    "{\"error\":{\"code\":429,\"message\":\"slow\",\"status\":\"RESOURCE_EXHAUSTED\"}}")));
  }
}
