// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.fal;

import dev.mediagen.MediaSource;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;

class FalUploadContractTest extends ProviderContract {
  private static final String JOB = "/fal-ai/kling-video/requests/k1";

  FalUploadContractTest() {
    super(
        new FalProvider(),
        Life.of(
                VideoRequest.builder()
                    .model("fal/fal-ai/kling-video/v3/pro/image-to-video")
                    .prompt("waves crash")
                    .negativePrompt("blur")
                    .firstFrame(MediaSource.bytes(Samples.png(), "image/png"))
                    .lastFrame(MediaSource.url("https://example.org/b.png"))
                    .duration(Duration.ofSeconds(8))
                    .audio(true)
                    .guidance(0.5)
                    .build())
            .with(
                "POST /storage/upload/initiate",
                Reply.json("{\"upload_url\":\"{cdn}/put/a.png\",\"file_url\":\"{cdn}/a.png\"}"))
            .with("PUT /put/a.png", Reply.empty(200))
            .submit(
                "POST /fal-ai/kling-video/v3/pro/image-to-video",
                Reply.json("{\"status\":\"IN_QUEUE\",\"request_id\":\"k1\"}"))
            .poll(
                "GET " + JOB + "/status",
                Reply.json(202, "{\"status\":\"IN_PROGRESS\"}"),
                Reply.json("{\"status\":\"COMPLETED\"}"))
            .stream("GET " + JOB + "/status/stream", "data: {\"status\":\"COMPLETED\"}\n\n")
            .with(
                "GET " + JOB,
                Reply.json("{\"video\":{\"url\":\"{cdn}/v.mp4\",\"content_type\":\"video/mp4\"}}"))
            .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))
            .failed(
                "GET " + JOB,
                Reply.json(500, "{\"detail\":\"out of luck\"}"),
                ErrorKind.PROVIDER_UNAVAILABLE)
            .moderated(
                "GET " + JOB + "/status",
                Reply.json(
                    "{\"status\":\"COMPLETED\",\"error\":\"refused\",\"error_type\":\"content_policy_violation\"}"))
            .cancel("PUT " + JOB + "/cancel", Reply.json("{\"success\":true}")));
  }
}
