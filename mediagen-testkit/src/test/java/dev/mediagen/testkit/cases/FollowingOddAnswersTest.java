// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobState;
import dev.mediagen.MediaClient;
import dev.mediagen.error.ErrorDetails;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.spi.StatusWords;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Following a job whose answers are not what they seem: cases 13 and 14. */
class FollowingOddAnswersTest {
  @AutoClose private final Bench bench = new Bench();

  private ImageResult make(TinyOperation operation) {
    return bench.make(bench.client(TinyAdapter.of(operation)));
  }

  /** Case 13. */
  @Test
  void status_words_differ_by_generation_and_unknown_ones_mean_still_running() {
    StatusWords words = StatusWords.of().running("processing").succeeded("succeed", "succeeded");
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench
        .vendor()
        .on(
            "GET /jobs/*",
            json("{'s':'PROCESSING'}"),
            json("{'s':'polishing'}"),
            json("{'s':'polishing'}"),
            json("{'s':'Succeed'}"));

    ImageResult result =
        make(
            new TinyOperation()
                .onPolls(
                    (job, reply) -> {
                      JobUpdate.Builder update = words.read(reply.required("/s"));
                      return words.state(reply.required("/s")) == JobState.SUCCEEDED
                          ? update.output(Output.url("image", "/a.png").build()).build()
                          : update.build();
                    }));

    assertThat(result.warnings())
        .containsExactly("unknown status word \"polishing\" taken for still running");
  }

  /** Case 14. */
  @Test
  void a_failure_dressed_as_success_is_a_failure() {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench.vendor().on("GET /jobs/*", json("{'state':'done','error':'the model crashed'}"));

    MediaException failure =
        bench.failure(
            bench.client(
                TinyAdapter.of(
                    new TinyOperation()
                        .onPolls(
                            (job, reply) ->
                                JobUpdate.failed(
                                    ErrorDetails.of(ErrorKind.FAILED, reply.required("/error"))
                                        .build())))));

    assertThat(failure.kind()).isEqualTo(ErrorKind.FAILED);
    assertThat(failure).hasMessageContaining("the model crashed");
    assertThat(failure.handle()).isPresent();
  }

  /** Case 14. */
  @Test
  void done_without_outputs_is_a_failure_and_partly_filtered_is_a_warning() {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench
        .vendor()
        .on("GET /jobs/*", json("{'filtered':2}"), json("{'filtered':1,'url':'{cdn}/a.png'}"));
    TinyOperation filtered =
        new TinyOperation()
            .onPolls(
                (job, reply) ->
                    JobUpdate.succeeded(
                            reply.at("/url").map(u -> Output.url("image", u).build()).stream()
                                .collect(Collectors.toList()))
                        .warning(reply.required("/filtered") + " filtered")
                        .build());
    MediaClient client = bench.client(TinyAdapter.of(filtered));

    MediaException failure = bench.failure(client);
    assertThat(failure.kind()).isEqualTo(ErrorKind.FAILED);
    assertThat(failure).hasMessageContaining("gave no outputs");
    assertThat(bench.make(client).warnings()).containsExactly("1 filtered");
  }

  /** Case 14. */
  @Test
  void a_503_with_a_task_in_it_is_news_of_the_task() {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench
        .vendor()
        .on(
            "GET /jobs/*",
            json(503, "{'state':'busy'}"),
            json(503, "{'state':'done','url':'{cdn}/a.png'}"));

    make(new TinyOperation().readsIf(reply -> reply.success() || reply.at("/state").isPresent()));

    assertThat(bench.vendor().calls("GET /jobs/j1")).hasSize(2);
  }

  /** Case 14. */
  @Test
  void a_404_is_forgiven_in_the_first_seconds_and_means_gone_later() {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench
        .vendor()
        .on(
            "GET /jobs/*",
            json(404, "{}"),
            json(404, "{}"),
            json("{'state':'busy'}"),
            json("{'state':'busy'}").header("X", "y"),
            json(404, "{'message':'no such job'}"));
    MediaClient client =
        bench.client(
            TinyAdapter.of(
                new TinyOperation()
                    .onPolls(
                        (job, reply) ->
                            JobUpdate.of(JobState.RUNNING)
                                .retryAfter(Duration.ofSeconds(4))
                                .build())));

    MediaException failure = bench.failure(client);

    assertThat(bench.vendor().calls("GET /jobs/j1")).hasSize(5);
    assertThat(failure.kind()).isEqualTo(ErrorKind.EXPIRED);
    assertThat(failure).hasMessageContaining("no longer knows the job").hasMessageContaining("404");
  }
}
