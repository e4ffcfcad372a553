// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static dev.mediagen.testkit.tiny.Bench.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mediagen.JobHandle;
import dev.mediagen.JobState;
import dev.mediagen.JobStatus;
import dev.mediagen.MediaClient;
import dev.mediagen.MediaJob;
import dev.mediagen.MediaKind;
import dev.mediagen.MediaListener;
import dev.mediagen.ModelId;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.image.ImageResult;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Output;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Following a job: how one asks, and what the answers look like. */
class FollowingTest {
  @AutoClose private final Bench bench = new Bench();

  private ImageResult make(TinyOperation operation) {
    return bench.make(bench.client(TinyAdapter.of(operation)));
  }

  private static JobUpdate done(String url) {
    return JobUpdate.succeeded(List.of(Output.url("image", url).build())).build();
  }

  /** Case 11. */
  @Test
  void a_job_is_asked_for_at_the_url_the_reply_gave_and_the_key_stays_home() {
    bench.vendor().on("POST /jobs", json("{'id':'j1','polling_url':'{cdn}/v1/result?id=j1'}"));
    bench.vendor().on("GET /v1/result", json("{'url':'{cdn}/a.png'}"));

    make(
        new TinyOperation()
            .onSubmits(
                (task, reply) ->
                    JobUpdate.accepted(reply.required("/id"))
                        .putAllData(java.util.Map.of("poll", reply.required("/polling_url")))
                        .build())
            .polls(job -> HttpCall.to("GET", URI.create(job.data().get("poll"))))
            .onPolls((job, reply) -> done(reply.required("/url"))));

    assertThat(bench.only("GET /v1/result").foreign()).isTrue();
    assertThat(bench.only("GET /v1/result").header("Authorization")).isEmpty();
  }

  /** Case 11. */
  @Test
  void a_job_is_asked_for_by_query_or_by_post_with_a_body() {
    bench.vendor().on("POST /jobs", json("{'id':'j 1'}"));
    bench.vendor().on("GET /query", json("{}"));
    bench.vendor().on("POST /fetch", json("{'url':'{cdn}/a.png'}"));

    make(
        new TinyOperation()
            .polls(
                job ->
                    job.stage().equals("poll")
                        ? HttpCall.get("/query").query("taskId", job.jobId())
                        : HttpCall.post("/fetch")
                            .json(JsonNodeFactory.instance.objectNode().put("op", job.jobId())))
            .onPolls(
                (job, reply) ->
                    job.stage().equals("poll")
                        ? JobUpdate.next("fetch").build()
                        : done(reply.required("/url"))));

    assertThat(bench.only("GET /query").target()).isEqualTo("/query?taskId=j%201");
    assertThat(tree(bench.only("POST /fetch")).get("op").asText()).isEqualTo("j 1");
  }

  /** Case 12. */
  @Test
  void several_calls_lead_to_one_answer_without_a_pause_between_them() {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench.vendor().on("GET /query/j1", json("{'status':'Success','file_id':'f9'}"));
    bench.vendor().on("GET /files/f9", json("{'download_url':'{cdn}/a.png'}"));
    MediaClient client = bench.client(TinyAdapter.of(staged()));
    MediaJob<ImageResult> job = bench.clock().await(client.submit(image().build()));

    ImageResult result = bench.clock().await(job.result());

    assertThat(result.image().url().orElseThrow().getPath()).isEqualTo("/a.png");
    JobHandle last = result.jobs().get(0);
    assertThat(last.stage()).isEqualTo("file");
    assertThat(last.data()).containsEntry("file", "f9");
    assertThat(result.elapsed()).isLessThan(Duration.ofSeconds(1));
  }

  /** Case 12. */
  @Test
  void a_process_that_comes_back_goes_on_where_the_last_one_stopped() {
    bench.vendor().on("GET /files/f9", json("{'download_url':'{cdn}/a.png'}"));
    JobHandle handle =
        JobHandle.builder()
            .model(ModelId.of("tiny/m"))
            .kind(MediaKind.IMAGE)
            .operation("make")
            .jobId("j1")
            .stage("file")
            .data(java.util.Map.of("file", "f9"))
            .createdAt(bench.clock().now())
            .deadline(bench.clock().now().plusSeconds(60))
            .contract(1)
            .build();
    MediaClient client = bench.client(TinyAdapter.of(staged()));

    bench.clock().await(client.resume(JobHandle.fromJson(handle.toJson())).result());

    assertThat(bench.vendor().calls())
        .extracting(RecordedCall::toString)
        .containsExactly("GET /files/f9");
  }

  private static TinyOperation staged() {
    return new TinyOperation()
        .polls(
            job ->
                job.stage().equals("poll")
                    ? HttpCall.get("/query/" + job.jobId())
                    : HttpCall.get("/files/" + job.data().get("file")))
        .onPolls(
            (job, reply) ->
                job.stage().equals("poll")
                    ? JobUpdate.next("file")
                        .putAllData(java.util.Map.of("file", reply.required("/file_id")))
                        .build()
                    : done(reply.required("/download_url")));
  }

  /** Case 15. */
  @Test
  void progress_queue_and_logs_are_told_as_they_come() throws IOException {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench
        .vendor()
        .on(
            "GET /jobs/*",
            json("{'queue':3}"),
            json("{'pct':40,'eta':12,'log':'step 8/20','preview':'{cdn}/p.png'}"),
            json("{'result':'{\\\"urls\\\":[\\\"{cdn}/a.png\\\"]}'}"));
    List<JobStatus> seen = new ArrayList<>();
    TinyOperation chatty =
        new TinyOperation()
            .onPolls(
                (job, reply) -> {
                  JobUpdate.Builder update = JobUpdate.of(JobState.RUNNING);
                  reply.at("/queue").map(Integer::valueOf).ifPresent(update::queuePosition);
                  reply
                      .at("/pct")
                      .map(p -> Integer.parseInt(p) / 100.0)
                      .ifPresent(update::progress);
                  reply
                      .at("/eta")
                      .map(Long::valueOf)
                      .map(Duration::ofSeconds)
                      .ifPresent(update::remaining);
                  reply.at("/log").ifPresent(update::log);
                  reply
                      .at("/preview")
                      .map(p -> Output.url("image", p).build())
                      .ifPresent(update::output);
                  return reply.at("/result").map(FollowingTest::inside).orElseGet(update::build);
                });
    MediaClient client = bench.client(TinyAdapter.of(chatty));
    MediaListener listener =
        new MediaListener() {
          @Override
          public void onUpdate(JobHandle job, JobStatus status) {
            seen.add(status);
          }
        };

    ImageResult result =
        bench.clock().await(client.submit(image().build(), listener).thenCompose(MediaJob::result));

    assertThat(seen).extracting(s -> s.queuePosition().orElse(-1)).startsWith(3);
    assertThat(seen.get(1).progress()).hasValue(0.4);
    assertThat(seen.get(1).remaining()).hasValue(Duration.ofSeconds(12));
    assertThat(seen.get(1).logs()).containsExactly("step 8/20");
    assertThat(seen.get(2).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(result.assets())
        .extracting(a -> a.url().orElseThrow().getPath())
        .as("previews are no outputs")
        .containsExactly("/a.png");
  }

  /** JSON as a text inside JSON. */
  private static JobUpdate inside(String text) {
    try {
      JsonNode inner = new ObjectMapper().readTree(text);
      return done(inner.at("/urls/0").asText());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Case 16. */
  @Test
  void a_vendor_that_only_sends_news_is_refused_before_any_call() {
    MediaException failure =
        bench.failure(bench.client(TinyAdapter.of(new TinyOperation().webhookOnly())));

    assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED);
    assertThat(failure).hasMessageContaining("webhook only");
    assertThat(bench.vendor().calls()).isEmpty();
  }

  /** Case 5 and 17, as far as a held answer goes: a long poll is asked again at once. */
  @Test
  void a_vendor_that_holds_its_answers_is_asked_again_at_once_when_there_is_news() {
    bench.vendor().on("POST /jobs", json("{'id':'j1'}"));
    bench
        .vendor()
        .on(
            "GET /jobs/*",
            json("{'state':'waiting'}"),
            json("{'state':'busy'}"),
            json("{'state':'done','url':'{cdn}/a.png'}"));
    Instant start = bench.clock().now();

    make(
        new TinyOperation()
            .polls(
                job ->
                    HttpCall.get("/jobs/" + job.jobId())
                        .query("wait", 20)
                        .hold(Duration.ofSeconds(20))));

    assertThat(Duration.between(start, bench.clock().now())).isLessThan(Duration.ofMillis(1500));
    assertThat(bench.vendor().calls("GET /jobs/*")).hasSize(3);
    assertThat(bench.vendor().calls("GET /jobs/*").get(0).target()).endsWith("?wait=20");
  }
}
