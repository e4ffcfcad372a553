// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.openai;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;

/** The contract points the adapter at another base URL, so that a model that is gone is asked. */
class VideoContractTest extends ProviderContract {
  VideoContractTest() {
    super(
        new OpenAiProvider(),
        OpenAiReplies.usual(
            Life.of(
                    VideoRequest.builder()
                        .model("openai/sora-2")
                        .prompt("A red kite over dunes")
                        .duration(Duration.ofSeconds(8))
                        .width(1280)
                        .height(720)
                        .firstFrame(MediaSource.bytes(Samples.png(), "image/png"))
                        .build())
                .submit("POST /v1/videos", video("queued", "\"progress\":0"))
                .poll(
                    "GET /v1/videos/video_1",
                    video("in_progress", "\"progress\":42"),
                    video(
                        "completed",
                        "\"progress\":100,\"completed_at\":2,\"expires_at\":1800000000"))
                .with(
                    "GET /v1/videos/video_1/content", Reply.bytes(200, "video/mp4", Samples.mp4()))
                .failed(failed("server_error", "The render failed."))
                .moderated(failed("moderation_blocked", "The prompt was refused."))));
  }

  private static Reply video(String status, String more) {
    return Reply.json(
        """
        {"id":"video_1","object":"video","model":"sora-2","status":"%s","created_at":1,
         "size":"1280x720","seconds":"8","error":null,%s}"""
            .formatted(status, more));
  }

  private static Reply failed(String code, String message) {
    return Reply.json(
        """
        {"id":"video_1","object":"video","status":"failed",
         "error":{"code":"%s","message":"%s"}}"""
            .formatted(code, message));
  }
}
