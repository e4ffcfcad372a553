// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.provider.ideogram;

import dev.mediagen.spi.Blob;
import dev.mediagen.spi.Fields;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Task;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The older API, at a path that the catalogue names: the reply is the outcome. */
final class Direct implements Operation {
  @Override
  public HttpCall submit(Task task) {
    String path = Objects.requireNonNull(task.model().facts().get("path"));
    return Call.of(path, task, Call.fields(task));
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return reply.json().has("descriptions") ? described(reply) : Result.of(reply);
  }

  private static JobUpdate described(HttpReply reply) {
    List<Output> texts =
        StreamSupport.stream(reply.json().path("descriptions").spliterator(), false)
            .flatMap(description -> new Fields(description).text("text").stream())
            .map(text -> Blob.of(text.getBytes(StandardCharsets.UTF_8)))
            .map(text -> Output.bytes("text", text).mediaType("text/plain").build())
            .toList();
    return JobUpdate.succeeded(texts).build();
  }

  @Override
  public boolean synchronous() {
    return true;
  }

  /** Only jobs are told of. */
  @Override
  public boolean webhooks() {
    return false;
  }
}
