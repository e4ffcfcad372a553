// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.testkit.cases;

import static dev.mediagen.testkit.tiny.Bench.image;
import static dev.mediagen.testkit.tiny.Bench.json;
import static dev.mediagen.testkit.tiny.Bench.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.MediaClient;
import dev.mediagen.error.Billing;
import dev.mediagen.error.ErrorKind;
import dev.mediagen.error.MediaException;
import dev.mediagen.error.SubmissionUnknownException;
import dev.mediagen.spi.HttpCall;
import dev.mediagen.spi.JobUpdate;
import dev.mediagen.spi.Operation.Repeat;
import dev.mediagen.testkit.RecordedCall;
import dev.mediagen.testkit.Reply;
import dev.mediagen.testkit.tiny.Bench;
import dev.mediagen.testkit.tiny.TinyAdapter;
import dev.mediagen.testkit.tiny.TinyOperation;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Starting a job at most once: case 6, and the errors that come inside a 200: case 9. */
class StartingOnceTest {
  @AutoClose private final Bench bench = new Bench();

  private MediaClient client(TinyOperation operation) {
    bench.usual();
    return bench.client(TinyAdapter.of(operation));
  }

  /** Case 6. */
  @Test
  void an_id_of_the_clients_own_makes_a_second_put_safe() {
    MediaClient client =
        client(
            new TinyOperation()
                .submits(task -> HttpCall.put("/jobs/" + task.clientId()).json(task.fields()))
                .onSubmits((task, reply) -> JobUpdate.accepted(task.clientId()).build())
                .repeats(Repeat.SAFE));
    bench.vendor().on("PUT /jobs/*", Reply.cut(), Reply.json(500, "{}"), Reply.json("{}"));

    bench.make(client);

    List<RecordedCall> calls = bench.vendor().calls("PUT /jobs/*");
    assertThat(calls).hasSize(3);
    assertThat(calls).extracting(RecordedCall::target).containsOnly(calls.get(0).target());
  }

  /** Case 6. */
  @Test
  void an_id_of_the_clients_own_stays_the_same_in_the_body_or_in_a_header() {
    MediaClient client =
        client(
            new TinyOperation()
                .submits(
                    task ->
                        HttpCall.post("/jobs")
                            .header("Idempotency-Key", task.clientId())
                            .json(task.fields().put("external_id", task.clientId())))
                .repeats(Repeat.SAFE));
    bench.vendor().on("POST /jobs", Reply.cut(), json("{'id':'j1'}"));

    bench.make(client);

    List<RecordedCall> calls = bench.vendor().calls("POST /jobs");
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0).header("Idempotency-Key"))
        .isEqualTo(calls.get(1).header("Idempotency-Key"))
        .hasValue(tree(calls.get(1)).get("external_id").asText());
  }

  /** Case 6. */
  @Test
  void a_look_up_that_finds_the_job_takes_it_over() {
    MediaClient client = client(new TinyOperation().repeats(Repeat.AFTER_LOOKUP));
    bench.vendor().on("POST /jobs", Reply.cut());
    bench.vendor().on("GET /find", json("{'id':'found'}"));

    assertThat(bench.make(client).jobs().get(0).jobId()).isEqualTo("found");
    assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
  }

  /** Case 6. */
  @Test
  void a_look_up_that_finds_nothing_allows_another_try() {
    MediaClient client = client(new TinyOperation().repeats(Repeat.AFTER_LOOKUP));
    bench.vendor().on("POST /jobs", Reply.cut(), json("{'id':'j2'}"));
    bench.vendor().on("GET /find", json("{}"));

    assertThat(bench.make(client).jobs().get(0).jobId()).isEqualTo("j2");
    assertThat(bench.vendor().calls("POST /jobs")).hasSize(2);
  }

  /** Case 6. */
  @Test
  void a_look_up_that_fails_leaves_it_unknown() {
    MediaClient client = client(new TinyOperation().repeats(Repeat.AFTER_LOOKUP));
    bench.vendor().on("POST /jobs", Reply.cut());
    bench.vendor().on("GET /find", Reply.json(500, "{}"));

    assertThat(bench.failure(client)).isInstanceOf(SubmissionUnknownException.class);
    assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
  }

  /** Case 6. It was reported as a failure for which nothing can have been spent. */
  @Test
  void a_look_up_that_cannot_be_read_leaves_it_unknown_too() {
    MediaClient client =
        client(
            new TinyOperation()
                .repeats(Repeat.AFTER_LOOKUP)
                .onLooksUp(
                    (task, reply) ->
                        java.util.Optional.of(
                            JobUpdate.accepted(reply.required("/jobs/0/id")).build())));
    bench.vendor().on("POST /jobs", Reply.cut());
    bench.vendor().on("GET /find", Reply.garbage());

    MediaException failure = bench.failure(client);

    assertThat(failure).isInstanceOf(SubmissionUnknownException.class);
    assertThat(failure.billing()).isEqualTo(Billing.POSSIBLE);
    assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
  }

  /** Case 6. */
  @Test
  void where_a_vendor_offers_nothing_a_lost_call_stays_unknown_and_says_how_to_look() {
    MediaClient client = client(new TinyOperation());
    bench.vendor().on("POST /jobs", Reply.cut(), json("{'id':'second'}"));

    MediaException failure = bench.failure(client);

    assertThat(failure)
        .isInstanceOfSatisfying(
            SubmissionUnknownException.class,
            unknown -> {
              assertThat(unknown.clientId()).hasSize(26);
              assertThat(unknown.sentAt()).isEqualTo(bench.clock().now());
            });
    assertThat(failure.kind()).isEqualTo(ErrorKind.SUBMISSION_UNKNOWN);
    assertThat(failure.retryable()).isFalse();
    assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
  }

  /** Case 6. */
  @Test
  void a_call_that_never_left_is_made_again() throws Exception {
    int port;
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    MediaClient client =
        bench.open(
            bench
                .builder(TinyAdapter.usual())
                .retries(1)
                .provider("tiny", s -> s.baseUrl("http://127.0.0.1:" + port)));

    MediaException failure = bench.failure(client);

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_UNAVAILABLE);
    assertThat(failure.billing()).isEqualTo(Billing.NONE);
    assertThat(failure.retryable()).isTrue();
  }

  private TinyAdapter coded() {
    return TinyAdapter.of(
            new TinyOperation()
                .onSubmits(
                    (task, reply) ->
                        reply.required("/code").equals("0")
                            ? JobUpdate.accepted(reply.required("/data/task_id")).build()
                            : JobUpdate.failed(
                                ERRORS
                                    .details(200, reply.at("/code"), reply.required("/message"))
                                    .build())))
        .errors(ERRORS);
  }

  private static final dev.mediagen.spi.ErrorTable ERRORS =
      dev.mediagen.spi.ErrorTable.usual()
          .code(ErrorKind.RATE_LIMITED, "1302")
          .code(ErrorKind.CONTENT_FILTERED, "1301");

  /** Case 9. */
  @Test
  void a_code_inside_a_200_is_a_refusal() {
    bench.usual().vendor().on("POST /jobs", json("{'code':1301,'message':'no'}"));

    MediaException failure = bench.failure(bench.client(coded()));

    assertThat(failure.kind()).isEqualTo(ErrorKind.CONTENT_FILTERED);
    assertThat(failure.details().vendorCode()).hasValue("1301");
    assertThat(failure.details().vendorMessage()).hasValue("no");
    assertThat(bench.vendor().calls("POST /jobs")).hasSize(1);
  }

  /** Case 9. */
  @Test
  void a_code_inside_a_200_that_means_too_many_calls_is_waited_out() {
    bench
        .usual()
        .vendor()
        .on(
            "POST /jobs",
            json("{'code':1302,'message':'slow'}"),
            json("{'code':0,'data':{'task_id':'t1'}}"));

    assertThat(bench.make(bench.client(coded()), image().build()).jobs().get(0).jobId())
        .isEqualTo("t1");
  }
}
