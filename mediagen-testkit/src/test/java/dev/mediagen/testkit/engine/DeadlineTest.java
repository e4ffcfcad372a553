// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaClient;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageRequest;
import dev.mediagen.spi.Blob;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.Samples;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  @AutoClose private final Bench bench = new Bench();

  private static ImageRequest within(Duration timeout) {
    return image().timeout(timeout).build();
  }

  private Duration waited(MediaClient client, ImageRequest request) {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench.vendor().on("GET /jobs/*", json("{'state':'busy'}"));
    Instant start = bench.clock().now();
    MediaException failure = bench.failure(client, request);
    assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
    assertThat(failure.handle()).isPresent();
    assertThat(failure).hasMessageContaining("last seen RUNNING");
    return Duration.between(start, bench.clock().now());
  }

  @Test
  void the_request_says_how_long_to_wait() {
    assertThat(waited(bench.client(TinyAdapter.usual()), within(Duration.ofSeconds(5))))
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void else_the_catalogue_says_it() {
    MediaClient client =
        bench.client(
            TinyAdapter.usual()
                .model("'id':'m','kind':'image','maximumTime':'PT8S','parameters':{'prompt':{}}"));

    assertThat(waited(client, image().build())).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void else_it_is_long_enough_for_slow_queues() {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));

    JobHandle handle =
        bench.clock().await(bench.client(TinyAdapter.usual()).submit(image().build())).handle();

    assertThat(Duration.between(handle.createdAt(), handle.deadline()))
        .isEqualTo(Duration.ofMinutes(10));
  }

  /**
   * With a short timeout a refused submission was made again after the deadline: paid for nothing.
   */
  @Test
  void nothing_is_submitted_after_the_deadline() {
    MediaClient client = bench.client(TinyAdapter.usual());
    bench.vendor().on("POST /jobs", json(429, "{'message':'slow down'}"), json("{'id':'late'}"));

    MediaException failure = bench.failure(client, within(Duration.ofMillis(500)));

    assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
    assertThat(failure.kind()).isIn(ErrorKind.TIMEOUT, ErrorKind.RATE_LIMITED);
    assertThat(failure.billing()).isEqualTo(Billing.NONE);
  }

  @Test
  void a_request_without_any_time_is_not_sent() {
    MediaClient client = bench.usual().client(TinyAdapter.usual());

    assertThat(bench.failure(client, within(Duration.ZERO)).kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(bench.vendor().calls("POST /jobs")).isEmpty();
  }

  @Test
  void a_synchronous_vendor_may_be_silent_longer_than_others() {
    TinyOperation slow =
        TinyOperation.atOnce(
            reply ->
                JobUpdate.succeeded(
                    List.of(Output.bytes("image", Blob.of(Samples.png())).build())));
    MediaClient client =
        bench.open(bench.builder(TinyAdapter.of(slow)).replyTimeout(Duration.ofMillis(100)));
    bench.vendor().on("POST /jobs", Reply.stall());
    long start = System.nanoTime();

    MediaException failure = bench.failure(client, within(Duration.ofMillis(400)));

    assertThat(failure.kind()).isEqualTo(ErrorKind.SUBMISSION_UNKNOWN);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(350));
  }

  @Test
  void a_job_that_cannot_be_read_is_given_up_after_a_few_tries() {
    bench.usual().vendor().on("GET /jobs/*", Reply.garbage());

    MediaException failure = bench.failure(bench.client(TinyAdapter.usual()));

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(failure.handle()).isPresent();
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
    assertThat(bench.vendor().calls("GET /jobs/*")).hasSize(3);
  }

  @Test
  void a_job_the_vendor_refuses_to_tell_of_may_have_cost_money() {
    bench.usual().vendor().on("GET /jobs/*", json(403, "{'message':'not yours'}"));

    MediaException failure = bench.failure(bench.client(TinyAdapter.usual()));

    assertThat(failure.kind()).isEqualTo(ErrorKind.PERMISSION);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
    assertThat(failure.handle()).isPresent();
  }

  @Test
  void an_adapter_that_goes_in_circles_is_slowed_down() {
    bench.usual();
    TinyOperation circles =
        new TinyOperation().onPolls((job, reply) -> JobUpdate.next("poll").build());

    bench.failure(bench.client(TinyAdapter.of(circles)), within(Duration.ofSeconds(1)));

    assertThat(bench.vendor().calls("GET /jobs/*")).hasSizeBetween(11, 60);
  }
}
