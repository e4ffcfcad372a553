// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Vendors that tell the state of a job in a stream of events. */
class EventStreamTest {
  @AutoClose private final Bench bench = new Bench().usual();

  private final TinyOperation operation =
      new TinyOperation().streams(job -> HttpCall.get("/stream/" + job.jobId()));

  private MediaClient client(int streams) {
    return bench.open(bench.builder(TinyAdapter.of(operation)).eventStreams(streams));
  }

  private void streams(String text) {
    bench
        .vendor()
        .on("GET /stream/*", Reply.text(200, "text/event-stream", text.replace('\'', '"')));
  }

  private int polls() {
    return bench.vendor().calls("GET /jobs/*").size();
  }

  /** Waits for the result without letting the clock move, so that no poll is made. */
  private ImageResult makeWithoutTime(MediaClient client) {
    try {
      return submit(client).result().orTimeout(10, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  private MediaJob<ImageResult> submit(MediaClient client) {
    CompletableFuture<MediaJob<ImageResult>> submitted = client.submit(image().build());
    bench.clock().advance(Duration.ZERO);
    return submitted.orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Test
  void an_event_ends_the_job_without_a_single_poll() {
    streams(
        ": hello\n\ndata: {'state':'busy'}\n\ndata: {'state':'done',\ndata: 'url':'{cdn}/a.png'}\n\n");
    Instant start = bench.clock().now();

    assertThat(makeWithoutTime(client(1)).assets()).hasSize(1);

    assertThat(polls()).isZero();
    assertThat(bench.clock().now()).isEqualTo(start);
    assertThat(bench.only("GET /stream/j1").header("Authorization")).isPresent();
  }

  @Test
  void a_stream_that_ends_too_early_is_followed_by_asking() {
    streams("data: {'state':'busy'}\n\n");

    assertThat(bench.make(client(1)).assets()).hasSize(1);

    assertThat(polls()).isEqualTo(2);
  }

  @Test
  void a_vendor_without_the_stream_is_asked() {
    bench.vendor().on("GET /stream/*", Reply.empty(404));

    assertThat(bench.make(client(1)).assets()).hasSize(1);
  }

  @Test
  void an_event_that_is_no_json_ends_the_stream_and_not_the_job() {
    streams("data: <html>\n\n");

    assertThat(bench.make(client(1)).assets()).hasSize(1);
  }

  @Test
  void without_room_for_streams_none_is_opened() {
    assertThat(bench.make(client(0)).assets()).hasSize(1);

    assertThat(bench.vendor().calls("GET /stream/*")).isEmpty();
  }

  @Test
  void a_failure_in_an_event_is_a_failure_of_the_job() {
    streams("event: status\ndata: {'state':'broken'}\n\n");

    MediaException failure =
        catchThrowableOfType(MediaException.class, () -> makeWithoutTime(client(1)));
    assertThat(failure.kind()).isEqualTo(ErrorKind.FAILED);
  }

  @Test
  void an_open_stream_is_backed_by_one_question_a_minute() {
    bench.vendor().on("GET /stream/*", Reply.stall());
    bench.vendor().on("GET /jobs/*", json("{'state':'busy'}"));
    MediaClient client =
        bench.open(
            bench
                .builder(TinyAdapter.of(operation))
                .eventStreams(1)
                .replyTimeout(Duration.ofSeconds(30)));
    submit(client);

    bench.clock().advance(Duration.ofSeconds(59));

    assertThat(polls()).isZero();
  }
}
