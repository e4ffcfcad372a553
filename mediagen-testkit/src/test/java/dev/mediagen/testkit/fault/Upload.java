// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.fault;

import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.Preparation;
import java.util.Map;
import java.util.function.Supplier;

/** A file that the vendor takes in one call. */
record Upload(Supplier<HttpCall> next) implements Preparation {
  @Override
  public String name() {
    return "upload";
  }

  @Override
  public HttpCall call(String stage, Map<String, String> data) {
    return next.get();
  }

  @Override
  public Step onReply(String stage, Map<String, String> data, HttpReply reply) {
    return Step.ready(reply.required("/file"));
  }
}
