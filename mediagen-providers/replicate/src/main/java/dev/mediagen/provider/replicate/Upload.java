// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.replicate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Preparation;
import java.util.Map;

/** A file that Replicate keeps for a while; only its owner's predictions may read its URL. */
final class Upload implements Preparation {
  private final Input input;

  Upload(Input input) {
    this.input = input;
  }

  @Override
  public String name() {
    return "upload";
  }

  @Override
  public HttpCall call(String stage, Map<String, String> data) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.set("content", input.node());
    return HttpCall.post("/files").multipart(fields);
  }

  @Override
  public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
    return Step.ready(reply.required("/urls/get"));
  }
}
