// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.video.VideoRequest;

class MotionSvdContractTest extends ProviderContract {
  private static final String SUBMIT = "POST /api/rest/v1/generations-motion-svd";

  MotionSvdContractTest() {
    super(
        new LeonardoProvider(),
        Replies.generated(
            Life.of(
                    VideoRequest.builder()
                        .model("leonardo/motion-svd")
                        .firstFrame(MediaSource.bytes(Samples.png(), "image/png"))
                        .option("motionStrength", 5)
                        .build())
                .with("POST /api/rest/v1/init-image", Replies.place())
                .with("POST /put", Reply.empty(204))
                .submit(SUBMIT, Replies.json("{'motionSvdGenerationJob':{'generationId':'g1'}}"))
                .poll(
                    Replies.POLL,
                    Replies.generation("PENDING", ""),
                    Replies.generation("COMPLETE", Replies.video()))
                .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))
                .with("GET /p.png", Reply.png()),
            SUBMIT));
  }
}
