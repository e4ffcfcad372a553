// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.benchmarks.vendor;

import dev.mediagen.JobHandle;
import dev.mediagen.JobIntent;
import dev.mediagen.JobState;
import dev.mediagen.catalog.Catalog;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.spi.Auth;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.spi.ProviderInfo;
import dev.mediagen.spi.Setting;
import dev.mediagen.spi.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The adapter for {@link LocalVendor}. Its models differ in how long jobs take, and in whether a
 * lost submission can be looked for: those whose name ends in {@code -found} can.
 */
public final class BenchProvider implements ProviderAdapter {
  @Override
  public int contractVersion() {
    return CONTRACT_VERSION;
  }

  @Override
  public ProviderInfo info() {
    return ProviderInfo.builder()
        .id("bench")
        .name("the vendor of the benchmarks")
        .auth(Auth.bearer())
        .setting(Setting.key("BENCH_KEY"))
        .build();
  }

  @Override
  public Catalog catalog() {
    return Catalog.load(BenchProvider.class);
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("queue", new Queue(), "found", new Found());
  }

  @Override
  public String operation(Task task) {
    return task.modelName().endsWith("-found") ? "found" : "queue";
  }

  @Override
  public ErrorDetails failure(HttpReply reply) {
    ErrorKind kind =
        switch (reply.status()) {
          case 400 -> ErrorKind.INVALID_REQUEST;
          case 404 -> ErrorKind.NOT_FOUND;
          default -> ErrorKind.PROVIDER_UNAVAILABLE;
        };
    return ErrorDetails.of(kind, reply.at("/error").orElse("no reason given")).build();
  }

  /** A queue that can only be asked. */
  private static class Queue implements Operation {
    @Override
    public HttpCall submit(Task task) {
      return HttpCall.post("/jobs").header("Idempotency-Key", task.clientId()).json(task.fields());
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
      return switch (reply.required("/state")) {
        case "queued" -> JobUpdate.of(JobState.QUEUED).build();
        case "done" ->
            JobUpdate.succeeded(List.of(Output.url("image", reply.required("/url")).build()))
                .build();
        default -> JobUpdate.of(JobState.RUNNING).build();
      };
    }
  }

  /** A queue that finds a submission by the key it was sent with. */
  private static final class Found extends Queue {
    @Override
    public Repeat repeat() {
      return Repeat.AFTER_LOOKUP;
    }

    @Override
    public HttpCall lookUp(JobIntent lost) {
      return HttpCall.get("/find").query("key", lost.clientId());
    }

    @Override
    public Optional<JobUpdate> onLookUp(JobIntent lost, HttpReply reply) {
      return reply.at("/jobs/0").map(id -> JobUpdate.accepted(id).build());
    }
  }
}
