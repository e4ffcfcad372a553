// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;
import java.time.Duration;

class MotionContractTest extends ProviderContract {
  private static final String SUBMIT = "POST /api/rest/v1/generations-image-to-video";

  MotionContractTest() {
    super(
        new LeonardoProvider(),
        Replies.generated(
            Life.of(
                    VideoRequest.builder()
                        .model("leonardo/VEO3")
                        .prompt("a paper boat")
                        .firstFrame(MediaSource.stored("i0"))
                        .duration(Duration.ofSeconds(6))
                        .resolution("720p")
                        .build())
                .submit(SUBMIT, Replies.json("{'motionVideoGenerationJob':{'generationId':'g1'}}"))
                .poll(
                    Replies.POLL,
                    Replies.generation("PENDING", ""),
                    Replies.generation("COMPLETE", Replies.video()))
                .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))
                .with("GET /p.png", Reply.png()),
            SUBMIT));
  }
}
