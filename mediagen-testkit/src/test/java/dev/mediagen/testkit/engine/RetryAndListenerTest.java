// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobHandle;
import dev.mediagen.JobReport;
import dev.mediagen.JobStatus;
import dev.mediagen.Limits;
import dev.mediagen.MediaAsset;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaListener;
import dev.mediagen.MediaRequest;
import dev.mediagen.MediaResult;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Trying again, and telling listeners what happens. */
class RetryAndListenerTest {
  @AutoClose private final Bench bench = new Bench();

  private final List<String> told = new CopyOnWriteArrayList<>();

  private final List<Integer> waits = new CopyOnWriteArrayList<>();
  private int polls;

  private final MediaListener listener =
      new MediaListener() {
        @Override
        public void onSubmit(MediaRequest<?> request) {
          told.add("submit");
        }

        @Override
        public void onAccepted(JobHandle job) {
          told.add("accepted " + job.jobId());
        }

        @Override
        public void onUpdate(JobHandle job, JobStatus status) {
          told.add("update " + status.state());
        }

        @Override
        public void onRetry(MediaRequest<?> request, MediaException cause) {
          told.add("retry " + cause.kind());
        }

        @Override
        public void onWait(MediaRequest<?> request, JobStatus status) {
          waits.add(status.queuePosition().orElseThrow());
        }

        @Override
        public void onPoll(JobHandle job, Duration took) {
          polls++;
        }

        @Override
        public void onDownload(MediaAsset asset, long bytes, Duration took) {
          told.add("download " + bytes);
        }

        @Override
        public void onSettled(JobReport report) {
          told.add("settled " + report.state() + " after " + report.polls() + " polls");
          assertThat(report.cost().basis()).isNotBlank();
        }

        @Override
        public void onSuccess(MediaRequest<?> request, MediaResult result) {
          told.add("success");
        }

        @Override
        public void onFailure(MediaRequest<?> request, MediaException failure) {
          told.add("failure " + failure.kind());
        }
      };

  private MediaClient client(int retries) {
    return bench.open(
        bench.usual().builder(TinyAdapter.usual()).retries(retries).listener(listener));
  }

  private int submissions() {
    return bench.vendor().calls("POST /jobs").size();
  }

  @Test
  void a_refused_submission_is_tried_again_as_often_as_was_said() {
    MediaClient client = client(3);
    bench.vendor().on("POST /jobs", json(429, "{}"));

    assertThat(bench.failure(client).kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(submissions()).isEqualTo(4);
    assertThat(told)
        .containsExactly(
            "submit",
            "retry RATE_LIMITED",
            "retry RATE_LIMITED",
            "retry RATE_LIMITED",
            "failure RATE_LIMITED");
  }

  @Test
  void with_no_retries_there_are_none() {
    MediaClient client = client(0);
    bench.vendor().on("POST /jobs", json(429, "{}"));

    bench.failure(client);

    assertThat(submissions()).isEqualTo(1);
    assertThat(told).containsExactly("submit", "failure RATE_LIMITED");
  }

  @Test
  void pauses_between_tries_grow() {
    MediaClient client = client(3);
    Instant start = bench.clock().now();
    bench.vendor().on("POST /jobs", json(429, "{}"));

    bench.failure(client);

    assertThat(Duration.between(start, bench.clock().now()))
        .isBetween(Duration.ofSeconds(7), Duration.ofMillis(8500));
  }

  @Test
  void a_pause_beyond_the_deadline_is_not_waited_for() {
    MediaClient client = client(3);
    Instant start = bench.clock().now();
    bench.vendor().on("POST /jobs", json(429, "{}").header("Retry-After", "3600"));

    MediaException failure = bench.failure(client);

    assertThat(failure.retryAfter()).hasValue(Duration.ofHours(1));
    assertThat(submissions()).isEqualTo(1);
    assertThat(bench.clock().now()).isEqualTo(start);
  }

  @Test
  void what_cannot_help_is_not_tried_again() {
    MediaClient client = client(3);
    bench.vendor().on("POST /jobs", json(400, "{}"));

    bench.failure(client);

    assertThat(submissions()).isEqualTo(1);
  }

  @Test
  void a_job_is_told_from_its_beginning_to_its_end() {
    MediaClient client = client(2);

    bench.make(client);

    assertThat(told)
        .containsExactly(
            "submit",
            "accepted j1",
            "update RUNNING",
            "update SUCCEEDED",
            "settled SUCCEEDED after 2 polls",
            "success");
    assertThat(polls).isEqualTo(2);
  }

  @Test
  void a_download_is_told_with_its_size() throws IOException {
    ImageResult result = bench.make(client(2));

    result.image().writeTo(OutputStream.nullOutputStream());

    assertThat(told).contains("download " + Samples.png().length);
  }

  @Test
  void a_request_that_waits_for_a_limit_is_told_with_its_position() {
    MediaClient client =
        bench.open(
            bench
                .usual()
                .builder(
                    TinyAdapter.of(
                        new TinyOperation()
                            .cancels(job -> HttpCall.delete("/jobs/" + job.jobId()))))
                .listener(listener)
                .provider("tiny", p -> p.limits(Limits.builder().jobsInFlight(1).build())));
    bench.vendor().on("DELETE /jobs/*", Reply.empty(204));
    MediaJob<ImageResult> first = started(client.submit(Bench.image().build()));

    CompletableFuture<MediaJob<ImageResult>> second = client.submit(Bench.image().build());
    bench.clock().advance(Duration.ZERO);
    assertThat(waits).containsExactly(0);
    assertThat(submissions()).isEqualTo(1);
    first.cancel().orTimeout(10, TimeUnit.SECONDS).join();

    started(second);
    assertThat(submissions()).isEqualTo(2);
  }

  private <T> T started(CompletableFuture<T> submitted) {
    bench.clock().advance(Duration.ZERO);
    return submitted.orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Test
  void a_job_that_ends_badly_is_told_too() {
    MediaClient client = client(2);
    bench.vendor().on("GET /jobs/*", json("{'state':'broken'}"));

    bench.failure(client);

    assertThat(told)
        .containsExactly(
            "submit",
            "accepted j1",
            "update FAILED",
            "settled FAILED after 1 polls",
            "failure FAILED");
  }

  @Test
  void a_listener_of_one_request_hears_of_no_other() {
    MediaClient client = bench.usual().client(TinyAdapter.usual());

    bench.clock().await(client.submit(image().build(), listener).thenCompose(MediaJob::result));
    bench.make(client);

    assertThat(told).containsOnlyOnce("success");
  }

  private static MediaListener throwing(Throwable thrown) {
    return new MediaListener() {
      private void sneak() {
        RetryAndListenerTest.<RuntimeException>sneak(thrown);
      }

      @Override
      public void onSubmit(MediaRequest<?> request) {
        sneak();
      }

      @Override
      public void onAccepted(JobHandle job) {
        sneak();
      }

      @Override
      public void onUpdate(JobHandle job, JobStatus status) {
        sneak();
      }

      @Override
      public void onSuccess(MediaRequest<?> request, MediaResult result) {
        sneak();
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private ImageResult makeBeside(Throwable thrown) {
    return bench.make(
        bench.open(
            bench
                .usual()
                .builder(TinyAdapter.usual())
                .listener(throwing(thrown))
                .listener(listener)));
  }

  @Test
  void a_listener_that_throws_harms_nobody() {
    assertThat(makeBeside(new IllegalStateException("oops")).images()).hasSize(1);
    assertThat(told).contains("submit", "accepted j1", "success");
  }

  /** An Error in a listener ended the following of the job, and its future never completed. */
  @Test
  void a_listener_that_fails_with_an_error_harms_nobody_either() {
    assertThat(makeBeside(new NoClassDefFoundError("com/example/Gone")).images()).hasSize(1);
    assertThat(told).contains("submit", "accepted j1", "success");
  }
}
