// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import dev.mediagen.MediaSource;
import dev.mediagen.segment.SegmentRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

class CommunityContractTest extends ProviderContract {
  CommunityContractTest() {
    super(
        new ReplicateProvider(),
        Replies.troubles(
            Life.of(
                    SegmentRequest.builder()
                        .model("replicate/meta/sam-2")
                        .source(MediaSource.bytes(Samples.png(), "image/png"))
                        .option("points_per_side", 16)
                        .build())
                .with(
                    "GET /v1/models/meta/sam-2",
                    Reply.json("{\"is_official\":false,\"latest_version\":{\"id\":\"v123\"}}"))
                .submit("POST /v1/predictions", Replies.prediction(201, "starting", ""))
                .poll(
                    Replies.POLL,
                    Replies.life(
                        "{'combined_mask':'{cdn}/c.png','individual_masks':['{cdn}/1.png']}"))
                .with("GET /c.png", Reply.png())
                .with("GET /1.png", Reply.png())));
  }
}
