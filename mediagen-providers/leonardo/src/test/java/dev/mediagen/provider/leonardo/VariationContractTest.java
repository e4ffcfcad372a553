// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.leonardo;

import dev.mediagen.MediaSource;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;
import dev.mediagen.upscale.UpscaleRequest;

class VariationContractTest extends ProviderContract {
  private static final String SUBMIT = "POST /api/rest/v1/variations/universal-upscaler";
  private static final String POLL = "GET /api/rest/v1/variations/v1";

  VariationContractTest() {
    super(
        new LeonardoProvider(),
        Replies.troubles(
                Life.of(
                        UpscaleRequest.builder()
                            .model("leonardo/universal-upscaler")
                            .source(MediaSource.stored("i0"))
                            .scale(2.0)
                            .option("ultraUpscaleStyle", "REALISTIC")
                            .build())
                    .submit(SUBMIT, Replies.json("{'universalUpscaler':{'id':'v1'}}"))
                    .poll(
                        POLL,
                        variation("PENDING", ""),
                        variation("COMPLETE", ",'url':'{cdn}/p.png'"))
                    .with("GET /p.png", Reply.png()),
                SUBMIT)
            .failed(POLL, variation("FAILED", ",'url':null"), ErrorKind.FAILED));
  }

  private static Reply variation(String status, String more) {
    return Replies.json(
        "{'generated_image_variation_generic':[{'id':'v1','status':'"
            + status
            + "','transformType':'UPSCALE'"
            + more
            + "}]}");
  }
}
