// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import dev.mediagen.MediaSource;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;

/** A picture in, words out. */
class DescribeContractTest extends ProviderContract {
  DescribeContractTest() {
    super(
        new IdeogramProvider(),
        Replies.usual(
            Life.of(
                    ImageRequest.builder()
                        .model("ideogram/legacy/describe")
                        .source(MediaSource.bytes(Samples.png(), "image/png"))
                        .option("describe_model_version", "V_3")
                        .build())
                .submit(
                    "POST /describe", Reply.json("{\"descriptions\":[{\"text\":\"a red boat\"}]}"))
                .failed(
                    "POST /describe",
                    Reply.json(400, "{\"error\":\"no picture\"}"),
                    ErrorKind.INVALID_REQUEST)
                .moderated(Reply.json(422, Replies.UNSAFE))));
  }
}
