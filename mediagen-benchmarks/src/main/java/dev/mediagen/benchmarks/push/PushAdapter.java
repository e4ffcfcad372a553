// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.push;

import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.spi.ErrorTable;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Task;
import dev.mediagen.spi.Webhooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The adapter of {@link PushVendor}, as one that uses its webhooks or one that uses its streams.
 */
final class PushAdapter implements ProviderAdapter, Operation {
  @Override
  public int contractVersion() {
    return CONTRACT_VERSION;
  }

  @Override
  public ProviderInfo info() {
    return ProviderInfo.builder()
        .id("push")
        .name("the vendor that tells")
        .webhooks(Webhooks.unsigned("/id"))
        .build();
  }

  @Override
  public Catalog catalog() {
    return Catalog.load(PushAdapter.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("make", this);
  }

  @Override
  public HttpCall submit(Task task) {
    HttpCall call = HttpCall.post("/jobs").json(task.fields());
    return task.callback()
        .filter(url -> task.modelName().equals("webhook"))
        .map(url -> call.query("callback", url))
        .orElse(call);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return JobUpdate.accepted(reply.required("/id")).build();
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return HttpCall.get("/jobs/" + job.jobId());
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    return reply.required("/state").equals("done")
        ? JobUpdate.succeeded(List.of(Output.url("image", reply.required("/url")).build())).build()
        : JobUpdate.of(JobState.RUNNING).build();
  }

  @Override
  public Optional<HttpCall> events(JobHandle job) {
    return job.model().name().equals("stream")
        ? Optional.of(HttpCall.get("/stream/" + job.jobId()))
        : Optional.empty();
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    return ErrorTable.usual().read(reply, Optional.empty(), Optional.empty());
  }
}
