// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.toy;

import dev.mediagen.JobHandle;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import java.util.Map;
import java.util.Optional;

/**
 * A made-up vendor, as small as one can be: a job by POST, its state by GET, a picture at a URL.
 */
public final class ToyProvider implements ProviderAdapter, Operation {
  private static final StatusWords WORDS =
      StatusWords.of().queued("waiting").running("painting").succeeded("done").failed("spoilt");
  private static final ErrorTable ERRORS =
      ErrorTable.usual().code(ErrorKind.CONTENT_FILTERED, "rude");

  @Override
  public int contractVersion() {
    return CONTRACT_VERSION;
  }

  @Override
  public ProviderInfo info() {
    return ProviderInfo.builder()
        .id("toy")
        .name("Toy")
        .baseUrl("https://api.toy.example/v1")
        .auth(Auth.bearer())
        .setting(Setting.key("TOY_API_KEY"))
        .build();
  }

  @Override
  public Catalog catalog() {
    return Catalog.load(ToyProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("paint", this);
  }

  @Override
  public HttpCall submit(Task task) {
    return HttpCall.post("/paintings").json(task.fields().put("model", task.modelName()));
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return JobUpdate.accepted(reply.required("/id")).build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/paintings/" + job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    JobUpdate.Builder update = WORDS.read(reply.required("/state"));
    reply.at("/url").ifPresent(url -> update.output(Output.url("image", url).build()));
    reply
        .at("/why")
        .ifPresent(why -> update.failure(ERRORS.details(200, reply.at("/code"), why).build()));
    return update.build();
  }

  @Override
  public Optional<HttpCall> cancel(JobHandle job) {
    return Optional.of(HttpCall.delete("/paintings/" + job.jobId()));
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return ERRORS.read(reply, reply.at("/code"), reply.at("/why"));
  }
}
