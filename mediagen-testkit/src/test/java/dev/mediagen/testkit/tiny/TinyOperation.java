// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.tiny;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobIntent;
import dev.mediagen.JobState;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.HttpReply;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.Preparation;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.spi.Task;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An operation made of lambdas. By default a job starts by {@code POST /jobs}, which gives an
 * {@code id}; {@code GET /jobs/ID} gives a {@code state} (waiting, busy, done, broken) and at the
 * end a {@code url}.
 */
public final class TinyOperation implements Operation {
  private static final StatusWords WORDS =
      StatusWords.of().queued("waiting").running("busy").succeeded("done").failed("broken");

  private Function<Task, HttpCall> submit = task -> HttpCall.post("/jobs").json(task.fields());
  private BiFunction<Task, HttpReply, JobUpdate> onSubmit =
      (task, reply) -> JobUpdate.accepted(reply.required("/id")).build();
  private Function<JobHandle, HttpCall> poll = job -> HttpCall.get("/jobs/" + job.jobId());
  private BiFunction<JobHandle, HttpReply, JobUpdate> onPoll = (job, reply) -> update(reply);
  private Function<JobHandle, Optional<HttpCall>> cancel = job -> Optional.empty();
  private BiFunction<JobHandle, HttpReply, CancelOutcome> onCancel = Operation.super::onCancel;
  private Predicate<HttpReply> reads = HttpReply::success;
  private Function<Task, List<Preparation>> before = task -> List.of();
  private Function<JobIntent, HttpCall> lookUp =
      lost -> HttpCall.get("/find").query("external_id", lost.clientId());
  private BiFunction<JobIntent, HttpReply, Optional<JobUpdate>> onLookUp =
      (lost, reply) -> reply.at("/id").map(id -> JobUpdate.accepted(id).build());
  private Function<JobHandle, Optional<HttpCall>> events = job -> Optional.empty();
  private BiFunction<JobHandle, HttpReply, Optional<JobUpdate>> onWebhook =
      Operation.super::onWebhook;
  private Repeat repeat = Repeat.NEVER;
  private boolean synchronous;
  private boolean pollable = true;
  private boolean freshUrls;

  /** What a reply with a {@code state} and perhaps a {@code url} says. */
  public static JobUpdate update(HttpReply reply) {
    JobUpdate.Builder update = WORDS.read(reply.required("/state"));
    reply
        .at("/url")
        .ifPresent(
            url -> update.output(Output.url("image", url).id(reply.at("/output_id")).build()));
    return update.build();
  }

  /** An operation that is finished with its first reply. */
  public static TinyOperation atOnce(Function<HttpReply, JobUpdate.Builder> outcome) {
    return new TinyOperation()
        .onSubmits((task, reply) -> outcome.apply(reply).state(JobState.SUCCEEDED).build())
        .waits();
  }

  public TinyOperation submits(Function<Task, HttpCall> call) {
    submit = call;
    return this;
  }

  public TinyOperation onSubmits(BiFunction<Task, HttpReply, JobUpdate> meaning) {
    onSubmit = meaning;
    return this;
  }

  public TinyOperation polls(Function<JobHandle, HttpCall> call) {
    poll = call;
    return this;
  }

  public TinyOperation onPolls(BiFunction<JobHandle, HttpReply, JobUpdate> meaning) {
    onPoll = meaning;
    return this;
  }

  public TinyOperation cancels(Function<JobHandle, HttpCall> call) {
    cancel = job -> Optional.of(call.apply(job));
    return this;
  }

  public TinyOperation onCancels(BiFunction<JobHandle, HttpReply, CancelOutcome> meaning) {
    onCancel = meaning;
    return this;
  }

  public TinyOperation readsIf(Predicate<HttpReply> news) {
    reads = news;
    return this;
  }

  public TinyOperation prepares(Function<Task, List<Preparation>> needed) {
    before = needed;
    return this;
  }

  public TinyOperation looksUp(Function<JobIntent, HttpCall> call) {
    lookUp = call;
    return this;
  }

  public TinyOperation onLooksUp(BiFunction<JobIntent, HttpReply, Optional<JobUpdate>> meaning) {
    onLookUp = meaning;
    return this;
  }

  public TinyOperation repeats(Repeat promise) {
    repeat = promise;
    return this;
  }

  public TinyOperation waits() {
    synchronous = true;
    return this;
  }

  public TinyOperation givesFreshUrls() {
    freshUrls = true;
    return this;
  }

  public TinyOperation webhookOnly() {
    pollable = false;
    return this;
  }

  public TinyOperation streams(Function<JobHandle, HttpCall> call) {
    events = job -> Optional.of(call.apply(job));
    return this;
  }

  public TinyOperation onWebhooks(BiFunction<JobHandle, HttpReply, Optional<JobUpdate>> meaning) {
    onWebhook = meaning;
    return this;
  }

  @Override
  public Optional<HttpCall> events(JobHandle job) {
    return events.apply(job);
  }

  @Override
  public Optional<JobUpdate> onWebhook(JobHandle job, HttpReply delivery) {
    return onWebhook.apply(job, delivery);
  }

  @Override
  public HttpCall submit(Task task) {
    return submit.apply(task);
  }

  @Override
  public JobUpdate onSubmit(Task task, HttpReply reply) {
    return onSubmit.apply(task, reply);
  }

  @Override
  public HttpCall poll(JobHandle job) {
    return poll.apply(job);
  }

  @Override
  public JobUpdate onPoll(JobHandle job, HttpReply reply) {
    return onPoll.apply(job, reply);
  }

  @Override
  public boolean reads(HttpReply reply) {
    return reads.test(reply);
  }

  @Override
  public Optional<HttpCall> cancel(JobHandle job) {
    return cancel.apply(job);
  }

  @Override
  public CancelOutcome onCancel(JobHandle job, HttpReply reply) {
    return onCancel.apply(job, reply);
  }

  @Override
  public Repeat repeat() {
    return repeat;
  }

  @Override
  public HttpCall lookUp(JobIntent lost) {
    return lookUp.apply(lost);
  }

  @Override
  public Optional<JobUpdate> onLookUp(JobIntent lost, HttpReply reply) {
    return onLookUp.apply(lost, reply);
  }

  @Override
  public boolean synchronous() {
    return synchronous;
  }

  @Override
  public boolean pollable() {
    return pollable;
  }

  @Override
  public boolean freshUrls() {
    return freshUrls;
  }

  @Override
  public List<Preparation> before(Task task) {
    return before.apply(task);
  }
}
