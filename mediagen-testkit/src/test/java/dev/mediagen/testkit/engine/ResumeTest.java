// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.CancelOutcome;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaResult;
import dev.mediagen.ModelId;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.ProviderAdapter;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Coming back to a job by its handle. */
class ResumeTest {
  @AutoClose private final Bench bench = new Bench();

  private MediaClient client = bench.usual().client(TinyAdapter.usual());

  /** The handle of a job that another process has started. */
  private JobHandle handle() {
    return JobHandle.builder()
        .model(ModelId.of("tiny/m"))
        .kind(MediaKind.IMAGE)
        .operation("make")
        .jobId("j1")
        .createdAt(bench.clock().now())
        .deadline(bench.clock().now().plusSeconds(20))
        .contract(ProviderAdapter.CONTRACT_VERSION)
        .build();
  }

  private MediaException failure(CompletableFuture<?> future) {
    return catchThrowableOfType(MediaException.class, () -> bench.clock().await(future));
  }

  private JobHandle ended() {
    client =
        bench.client(
            TinyAdapter.of(
                TinyOperation.atOnce(
                    reply ->
                        JobUpdate.succeeded(
                            List.of(Output.bytes("image", Blob.of(Samples.png())).build())))));
    return bench.make(client).jobs().get(0);
  }

  @Test
  void closing_the_client_tells_whoever_still_waits() {
    bench.vendor().on("GET /jobs/*", json("{'state':'busy'}"));
    MediaJob<? extends MediaResult> job = client.resume(handle());

    client.close();

    MediaException failure = failure(job.result());
    assertThat(failure).hasMessageContaining("the client was closed; the job itself goes on");
    assertThat(failure.handle()).hasValue(handle());
  }

  @Test
  void a_resumed_job_gives_its_result_and_costs_nothing_more() {
    JobHandle handle = handle();

    MediaJob<? extends MediaResult> job = client.resume(handle);
    MediaResult result = bench.clock().await(job.result());

    assertThat(result).isInstanceOf(ImageResult.class);
    assertThat(result.jobs().get(0).jobId()).isEqualTo("j1");
    assertThat(result.model()).isEqualTo(handle.model());
    assertThat(bench.vendor().calls("POST /jobs")).isEmpty();
  }

  @Test
  void a_resumed_job_past_its_deadline_gets_as_much_time_again() {
    JobHandle handle = handle();
    bench.vendor().on("GET /jobs/*", json("{'state':'busy'}"));
    bench.clock().advance(Duration.ofHours(1));
    Instant resumed = bench.clock().now();

    MediaException failure = failure(client.resume(handle).result());

    assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(bench.clock().now()).isEqualTo(resumed.plusSeconds(20));
  }

  @Test
  void a_handle_of_a_newer_contract_is_refused_with_a_reason() {
    JobHandle newer = handle().toBuilder().contract(ProviderAdapter.CONTRACT_VERSION + 1).build();

    assertThatThrownBy(() -> client.resume(newer))
        .isInstanceOfSatisfying(
            MediaException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNSUPPORTED))
        .hasMessageContaining("written by a later version")
        .hasMessageContaining("use the newer version");
    assertThatThrownBy(() -> client.status(newer)).isInstanceOf(MediaException.class);
    assertThatThrownBy(() -> client.cancel(newer)).isInstanceOf(MediaException.class);
  }

  @Test
  void a_handle_of_an_operation_that_is_gone_names_those_there_are() {
    JobHandle other = handle().toBuilder().operation("paint").build();

    assertThatThrownBy(() -> client.resume(other))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("no operation paint; it has make");
  }

  @Test
  void a_job_that_ended_with_its_first_reply_cannot_be_resumed() {
    JobHandle handle = ended();

    assertThatThrownBy(() -> client.resume(handle))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("keep the result itself");
    assertThat(bench.clock().await(client.cancel(handle))).isEqualTo(CancelOutcome.TOO_LATE);
  }

  /** It ended in an IllegalStateException of the adapter. */
  @Test
  void the_status_of_a_job_that_ended_with_its_first_reply_is_refused_like_its_resuming() {
    JobHandle handle = ended();

    assertThatThrownBy(() -> client.status(handle))
        .isInstanceOfSatisfying(
            MediaException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.EXPIRED));
  }

  @Test
  void the_status_is_asked_once() {
    JobStatus status = bench.clock().await(client.status(handle()));

    assertThat(status.state()).isEqualTo(JobState.RUNNING);
    bench.only("GET /jobs/j1");
  }

  @Test
  void the_status_of_several_stages_is_that_of_the_last() {
    client =
        bench.client(
            TinyAdapter.of(
                new TinyOperation()
                    .polls(
                        job ->
                            HttpCall.get(
                                job.stage().equals("poll")
                                    ? "/jobs/" + job.jobId()
                                    : "/results/" + job.data().get("result")))
                    .onPolls(
                        (job, reply) ->
                            job.stage().equals("poll")
                                ? JobUpdate.next("result")
                                    .data(java.util.Map.of("result", "r1"))
                                    .build()
                                : JobUpdate.succeeded(
                                        List.of(Output.url("image", "/a.png").build()))
                                    .message("all done")
                                    .build())));
    bench.vendor().on("GET /results/r1", json("{}"));

    JobStatus status = bench.clock().await(client.status(handle()));

    assertThat(status.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(status.message()).hasValue("all done");
  }

  @Test
  void the_status_of_a_job_nobody_knows_is_a_failure() {
    JobHandle handle = handle();
    bench.vendor().on("GET /jobs/*", json(404, "{'message':'what job?'}"));

    MediaException failure = failure(client.status(handle));

    assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(failure.handle()).hasValue(handle);
  }

  /** These came as exceptions of the inside, which users cannot even name. */
  @Test
  void a_status_that_cannot_be_had_or_read_is_one_of_our_failures() {
    JobHandle handle = handle();
    bench.vendor().on("GET /jobs/*", Reply.garbage());
    MediaException garbage = failure(client.status(handle));
    bench.vendor().on("GET /jobs/*", Reply.cut());
    MediaException cut = failure(client.status(handle));

    assertThat(garbage.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(cut.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(cut.model()).hasValue(handle.model());
    assertThat(cut.retryable()).isTrue();
  }

  @Test
  void a_closed_client_says_so() {
    client.close();

    assertThatThrownBy(() -> client.generate(image().build()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
