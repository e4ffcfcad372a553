// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.toy;

import dev.mediagen.image.ImageRequest;
import dev.mediagen.testkit.Life;
import dev.mediagen.testkit.ProviderContract;
import dev.mediagen.testkit.Reply;

class ToyContractTest extends ProviderContract {
  ToyContractTest() {
    super(
        new ToyProvider(),
        Life.of(ImageRequest.builder().model("toy/oil-1").prompt("a boat").seed(7).build())
            .submit("POST /v1/paintings", Reply.json("{'id':'p1'}".replace('\'', '"')))
            .poll(
                "GET /v1/paintings/p1",
                Reply.json("{\"state\":\"painting\"}"),
                Reply.json("{\"state\":\"done\",\"url\":\"{cdn}/p1.png\"}"))
            .with("GET /p1.png", Reply.png())
            .failed(Reply.json("{\"state\":\"spoilt\",\"why\":\"the canvas tore\"}"))
            .moderated(Reply.json("{\"state\":\"spoilt\",\"code\":\"rude\",\"why\":\"no\"}"))
            .cancel("DELETE /v1/paintings/p1", Reply.empty(204)));
  }
}
