// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static dev.mediagen.testkit.tiny.Bench.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Case 18: cancelling. */
class CancelingTest {
  @AutoClose private final Bench bench = new Bench();

  private MediaJob<ImageResult> started(TinyOperation operation) {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench.vendor().on("GET /jobs/*", json("{'state':'busy'}"));
    return bench.clock().await(bench.client(TinyAdapter.of(operation)).submit(image().build()));
  }

  private MediaException failure(CompletableFuture<?> future) {
    return catchThrowableOfType(MediaException.class, () -> bench.clock().await(future));
  }

  @Test
  void a_job_is_cancelled_by_delete() {
    MediaJob<ImageResult> job =
        started(new TinyOperation().cancels(j -> HttpCall.delete("/jobs/" + j.jobId())));
    bench.vendor().on("DELETE /jobs/j1", Reply.empty(204));

    assertThat(bench.clock().await(job.cancel())).isEqualTo(CancelOutcome.CANCELED);
    MediaException failure = failure(job.result());
    assertThat(failure.kind()).isEqualTo(ErrorKind.CANCELED);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
    assertThat(job.status().state()).isEqualTo(JobState.CANCELED);
  }

  @Test
  void a_job_is_cancelled_by_put_with_a_state() {
    MediaJob<ImageResult> job =
        started(
            new TinyOperation()
                .cancels(
                    j ->
                        HttpCall.put("/jobs/" + j.jobId())
                            .json(JsonNodeFactory.instance.objectNode().put("state", "cancel"))));
    bench.vendor().on("PUT /jobs/j1", json("{}"));

    assertThat(bench.clock().await(job.cancel())).isEqualTo(CancelOutcome.CANCELED);
    assertThat(tree(bench.only("PUT /jobs/j1")).get("state").asText()).isEqualTo("cancel");
  }

  @Test
  void a_vendor_that_cancels_only_what_is_queued_says_too_late() {
    MediaJob<ImageResult> job =
        started(
            new TinyOperation()
                .cancels(j -> HttpCall.post("/jobs/" + j.jobId() + "/cancel"))
                .onCancels(
                    (j, reply) ->
                        reply.required("/done").equals("true")
                            ? CancelOutcome.CANCELED
                            : CancelOutcome.TOO_LATE));
    bench.vendor().on("POST /jobs/j1/cancel", json("{'done':false}"));
    bench.vendor().on("GET /jobs/*", json("{'state':'done','url':'{cdn}/a.png'}"));

    assertThat(bench.clock().await(job.cancel())).isEqualTo(CancelOutcome.TOO_LATE);
    assertThat(bench.clock().await(job.result()).images()).hasSize(1);
  }

  @Test
  void a_vendor_without_cancellation_is_not_asked() {
    MediaJob<ImageResult> job = started(new TinyOperation());

    assertThat(bench.clock().await(job.cancel())).isEqualTo(CancelOutcome.NOT_SUPPORTED);
    assertThat(bench.vendor().calls())
        .extracting(RecordedCall::toString)
        .isSubsetOf("POST /jobs", "GET /jobs/j1");
    assertThat(job.result()).isNotDone();
  }

  @Test
  void a_job_that_has_ended_is_too_late_to_cancel() {
    bench.usual();
    MediaJob<ImageResult> job =
        bench
            .clock()
            .await(
                bench
                    .client(
                        TinyAdapter.of(
                            new TinyOperation().cancels(j -> HttpCall.delete("/jobs/j1"))))
                    .submit(image().build()));
    bench.clock().await(job.result());

    assertThat(bench.clock().await(job.cancel())).isEqualTo(CancelOutcome.TOO_LATE);
    assertThat(bench.vendor().calls("DELETE *")).isEmpty();
  }

  @Test
  void a_cancellation_that_goes_wrong_leaves_the_job_as_it_was() {
    MediaJob<ImageResult> job =
        started(new TinyOperation().cancels(j -> HttpCall.delete("/jobs/" + j.jobId())));
    bench.vendor().on("DELETE /jobs/j1", Reply.json(500, "{}"));
    assertThat(failure(job.cancel()).kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);

    bench.vendor().on("GET /jobs/*", json("{'state':'done','url':'{cdn}/a.png'}"));
    assertThat(bench.clock().await(job.result()).images()).hasSize(1);
  }

  /** The exception named a class of this library, and no kind to act on. */
  @Test
  void a_cancellation_without_an_answer_says_so() {
    MediaJob<ImageResult> job =
        started(new TinyOperation().cancels(j -> HttpCall.delete("/jobs/" + j.jobId())));
    bench.vendor().on("DELETE /jobs/j1", Reply.cut());

    MediaException failure = failure(job.cancel());

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(failure.retryable()).isTrue();
    assertThat(failure).hasMessageNotContaining("Exception");
  }

  @Test
  void a_handle_is_enough_to_cancel() {
    MediaJob<ImageResult> job =
        started(new TinyOperation().cancels(j -> HttpCall.delete("/jobs/" + j.jobId())));
    bench.vendor().on("DELETE /jobs/j1", Reply.empty(200));
    MediaClient other =
        bench.client(
            TinyAdapter.of(
                new TinyOperation().cancels(j -> HttpCall.delete("/jobs/" + j.jobId()))));

    JobHandle handle = JobHandle.fromJson(job.handle().toJson());

    assertThat(bench.clock().await(other.cancel(handle))).isEqualTo(CancelOutcome.CANCELED);
  }

  @Test
  void cancelling_the_future_stops_the_waiting_and_not_the_job() {
    MediaJob<ImageResult> job =
        started(new TinyOperation().cancels(j -> HttpCall.delete("/jobs/" + j.jobId())));

    job.result().cancel(true);

    assertThat(bench.vendor().calls("DELETE *")).isEmpty();
    bench.vendor().on("GET /jobs/*", json("{'state':'done','url':'{cdn}/a.png'}"));
    assertThat(bench.clock().await(job.result()).images()).hasSize(1);
  }

  /** News that was on its way when the job was cancelled made it run again. */
  @Test
  void news_that_comes_after_the_cancellation_changes_nothing() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch canceled = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    MediaJob<ImageResult> job =
        started(
            new TinyOperation()
                .cancels(j -> HttpCall.delete("/jobs/" + j.jobId()))
                .onPolls(
                    (j, reply) -> {
                      reading.countDown();
                      await(canceled);
                      read.countDown();
                      return JobUpdate.of(JobState.RUNNING).progress(0.5).build();
                    }));
    bench.vendor().on("DELETE /jobs/j1", Reply.empty(204));
    bench.clock().advance(java.time.Duration.ofSeconds(6));
    await(reading);

    CancelOutcome outcome = bench.clock().await(job.cancel());
    canceled.countDown();
    await(read);

    assertThat(outcome).isEqualTo(CancelOutcome.CANCELED);
    // The reader goes on after the latch: only a state that stays for a while is the last one.
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(150);
    while (System.nanoTime() < end) {
      assertThat(job.status().state()).isEqualTo(JobState.CANCELED);
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
