// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.runway;

import dev.mediagen.MediaSource;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.upscale.UpscaleRequest;
import java.util.Arrays;

class UploadContractTest extends ProviderContract {
  UploadContractTest() {
    super(
        new RunwayProvider(),
        Replies.troubles(
            Life.of(
                    UpscaleRequest.builder()
                        .model("runway/enhance_frame_rate")
                        .source(MediaSource.bytes(large(), "video/mp4"))
                        .fps(60)
                        .build())
                .with(
                    "POST /v1/uploads",
                    Reply.json(
                        """
                        {"uploadUrl": "{cdn}/put", "runwayUri": "runway://u1",
                         "fields": {"key": "a/b", "Policy": "p"}}
                        """))
                .with("POST /put", Reply.empty(204))
                .submit("POST /v1/video_upscale", Replies.accepted())
                .poll(Replies.POLL, Replies.life("v.mp4"))
                .with("GET /v.mp4", Reply.bytes(200, "video/mp4", Samples.mp4()))));
  }

  /** Too large for a data URI. */
  private static byte[] large() {
    return Arrays.copyOf(Samples.mp4(), 3_800_000);
  }
}
