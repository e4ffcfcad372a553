// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.local.workers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Input;
import dev.mediagen.spi.Preparation;
import java.util.Map;

/** A file for the worker, too large for a data URI: one multipart call that gives its URL. */
final class WorkerUpload implements Preparation {
  private final Input input;

  WorkerUpload(Input input) {
    this.input = input;
  }

  @Override
  public String name() {
    return "upload";
  }

  @Override
  public HttpCall call(String stage, Map<String, String> data) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.set("content", input.node());
    return HttpCall.post("/files").multipart(form);
  }

  @Override
  public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
    return Step.ready(reply.required("/urls/get"));
  }
}
