// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.engine;

import static dev.mediagen.testkit.tiny.Bench.image;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.JobHandle;
import dev.mediagen.MediaClient;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the engine learns of how long jobs take, and what it makes of that. */
class LearningTest {
  private static final Duration TAKES = Duration.ofSeconds(60);

  @AutoClose private final Bench bench = new Bench();

  /** A vendor whose jobs take a minute, by the clock of the test. */
  private MediaClient client(String learned) {
    TinyOperation operation =
        new TinyOperation().polls(job -> HttpCall.get(isDone(job) ? "/done" : "/busy"));
    bench.vendor().on("POST /jobs", Bench.json("{'id':'j1'}"));
    bench.vendor().on("GET /busy", Bench.json("{'state':'busy'}"));
    bench.vendor().on("GET /done", Bench.json("{'state':'done','url':'{cdn}/a.png'}"));
    TinyAdapter adapter =
        TinyAdapter.of(operation)
            .model("'id':'m','kind':'image','parameters':{'prompt':{'field':'prompt'}}");
    return bench.open(
        learned.isEmpty() ? bench.builder(adapter) : bench.builder(adapter).learned(learned));
  }

  private boolean isDone(JobHandle job) {
    return !bench.clock().now().isBefore(job.createdAt().plus(TAKES));
  }

  private int polls() {
    return bench.vendor().calls("GET /busy").size() + bench.vendor().calls("GET /done").size();
  }

  private void make(MediaClient client, int jobs) {
    for (int i = 0; i < jobs; i++) {
      bench.make(client);
    }
  }

  @Test
  void jobs_teach_when_to_ask() {
    MediaClient client = client("");
    make(client, 1);
    int atFirst = polls();

    make(client, 60);
    int before = polls();
    Instant start = bench.clock().now();
    make(client, 1);

    assertThat(atFirst).isBetween(11, 13);
    assertThat(polls() - before).isLessThan(atFirst / 2);
    assertThat(Duration.between(start, bench.clock().now())).isBetween(TAKES, TAKES.plusSeconds(5));
  }

  @Test
  void what_one_client_has_learned_another_can_take_over() {
    MediaClient first = client("");
    make(first, 60);
    MediaClient second = client(first.learned());
    int before = polls();

    make(second, 1);

    assertThat(polls() - before).isLessThan(6);
  }

  @Test
  void a_job_that_was_finished_with_its_first_reply_teaches_nothing() {
    MediaClient client =
        bench.client(
            TinyAdapter.of(
                TinyOperation.atOnce(
                    reply ->
                        JobUpdate.succeeded(
                            List.of(Output.url("image", "https://cdn.example/a.png").build())))));
    bench.vendor().on("POST /jobs", Reply.json("{}"));
    String nothing = client.learned();

    make(client, 5);

    assertThat(client.learned()).isEqualTo(nothing);
  }

  @Test
  void a_job_that_was_resumed_when_it_was_long_done_teaches_nothing() {
    MediaClient client = client("");
    JobHandle handle = bench.clock().await(client.submit(image().build())).handle();
    client.close();
    bench.clock().advance(Duration.ofHours(3));
    MediaClient later = client("");
    String nothing = later.learned();

    bench.clock().await(later.resume(handle).result());

    assertThat(later.learned()).isEqualTo(nothing);
  }
}
